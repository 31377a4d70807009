import type { ManagedProcess } from '../process/managed-process.ts';
import type { StackSettings } from '../settings.ts';

/** How a server is had. Executables are named as the server's file needs them. */
export type Located<Files> =
  | { readonly from: 'address'; readonly address: string }
  | { readonly from: 'PATH' | 'package' | 'cache'; readonly files: Files };

/** Tells the person who waits what is going on; one short line at a time. */
export type Report = (line: string) => void;

/** Hears of a process as soon as there is one, ready or not, so that a failure half-way can be undone. */
export type Started = (process: ManagedProcess) => void;

/** The shape that all servers of the stack share. */
export interface ServerKind<Files, Place> {
  readonly name: string;
  readonly version: string;
  /** Configured address → executable on PATH → cache → build or fetch, in this order. */
  locate(settings: StackSettings, report: Report): Promise<Located<Files>>;
  /** Starts it at a place (ports, data, log) and returns when it answers. */
  start(files: Files, place: Place, started: Started): Promise<RunningServer>;
}

/** A started server: its process and the address that others use. */
export interface RunningServer {
  readonly process: ManagedProcess;
  readonly address: string;
}
