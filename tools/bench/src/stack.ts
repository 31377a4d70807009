import { readFile } from 'node:fs/promises';
import type { JsonWebKey } from 'node:crypto';
import type { ServiceName } from '@bihuan/contracts';
import { requiredSetting } from '@bihuan/api-client';
import type { Watched } from './harness/processor-time.ts';

/** The stack that is measured: one of its own, thrown away afterwards. */
export interface BenchStack {
  readonly addresses: { readonly postgres: string; readonly kafka: string; readonly temporal: string };
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly namespace: string;
  readonly processes: readonly Watched[];
  readonly internalTokenPrivateJwk: JsonWebKey;
  readonly demoAccountsFile: string;
  /** Business time minus system time, milliseconds. */
  readonly businessOffsetMs: number;
  /** Of the machine over the minute before anything of the stack ran: others at work make figures worse. */
  readonly loadBefore: number;
}

/** As `npm run bench` passes it on. */
export async function readStack(): Promise<BenchStack> {
  return JSON.parse(await readFile(requiredSetting('BIHUAN_BENCH_STACK'), 'utf8')) as BenchStack;
}

/** The database of all services, as its superuser. */
export function databaseUrl({ addresses }: BenchStack): string {
  const url = new URL(addresses.postgres);
  url.pathname = '/bihuan';
  return url.href;
}

/** Business time. */
export function businessNow({ businessOffsetMs }: BenchStack): Date {
  return new Date(Date.now() + businessOffsetMs);
}

/** A process of the stack. @throws Error where there is none of that name */
export function processOf({ processes }: BenchStack, name: string): Watched {
  const found = processes.find((process) => process.name === name);
  if (!found) throw new Error(`The stack has no process ${name}`);
  return found;
}

/** Processes whose time is taken. */
export function watchedIn(stack: BenchStack, names: readonly string[]): Watched[] {
  return names.map((name) => processOf(stack, name));
}

const paused = new Set<number>();

/** Takes the processor from parts that a benchmark is not about. They stay stopped until `resumeAll`. */
export function pauseParts({ processes }: BenchStack, names: readonly ServiceName[]): void {
  for (const { name, pid } of processes) {
    if (!(names as readonly string[]).includes(name)) continue;
    process.kill(pid, 'SIGSTOP');
    paused.add(pid);
  }
}

/** Lets what was paused go on, so that it can be stopped in order. */
export function resumeAll(): void {
  for (const pid of paused) process.kill(pid, 'SIGCONT');
  paused.clear();
}
