import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson } from './json-file.ts';
import { identify, stillRuns, type ProcessIdentity } from './process/identity.ts';

/** A part of a stack as recorded for other commands and for the next start. */
export interface PartRecord {
  readonly name: string;
  readonly process: ProcessIdentity;
  readonly stopSignal: NodeJS.Signals;
  readonly readyUrl?: string;
}

/** Where the running product is to be found. */
export interface StackAddresses {
  readonly gateway: string;
  readonly apiDocs: string;
  readonly temporalUi: string;
  readonly identity: string;
  readonly mailbox: string;
}

/** What `.bihuan/stack.json` says about the stack of this checkout. */
export interface StackRecord {
  readonly supervisor: ProcessIdentity;
  readonly state: 'starting' | 'ready';
  readonly parts: readonly PartRecord[];
  /** There once the stack is ready. */
  readonly addresses?: StackAddresses;
  /** What tools that use the running product are told. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Refuses a second stack in the same checkout. */
export class AlreadyRunning extends Error {
  readonly record: StackRecord;

  constructor(record: StackRecord) {
    super(`A stack of this checkout is running already (process ${record.supervisor.pid}).`);
    this.name = 'AlreadyRunning';
    this.record = record;
  }
}

const END_LIMIT_MS = 20_000;
const POLL_MS = 100;

async function endedWithin(part: PartRecord, limitMs: number): Promise<boolean> {
  const limit = performance.now() + limitMs;
  while (stillRuns(part.process)) {
    if (performance.now() > limit) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Ends parts that outlived their supervisor, told by number and start time, never by number alone. */
export async function endLeftovers(parts: readonly PartRecord[]): Promise<void> {
  for (const part of parts.toReversed()) {
    if (!stillRuns(part.process)) continue;
    process.kill(part.process.pid, part.stopSignal);
    if (await endedWithin(part, END_LIMIT_MS)) continue;
    process.kill(part.process.pid, 'SIGKILL');
    await endedWithin(part, END_LIMIT_MS);
  }
}

/** The record of a stack whose supervisor is alive. */
export async function runningStack(file: string): Promise<StackRecord | undefined> {
  const record = await readJson<StackRecord>(file);
  return record !== undefined && stillRuns(record.supervisor) ? record : undefined;
}

/**
 * Makes this process the one supervisor of the checkout. A record whose supervisor is gone is cleared away,
 * with the parts that were left running.
 *
 * @throws AlreadyRunning
 */
export async function claimStack(file: string): Promise<StackRecord> {
  const supervisor = identify(process.pid) ?? { pid: process.pid, startedAt: '' };
  const record: StackRecord = { supervisor, state: 'starting', parts: [], environment: {} };
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
      return record;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await readJson<StackRecord>(file);
    if (found === undefined) continue;
    if (stillRuns(found.supervisor)) throw new AlreadyRunning(found);
    await endLeftovers(found.parts);
    await rm(file, { force: true });
  }
}
