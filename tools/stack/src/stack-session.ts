import { rm } from 'node:fs/promises';
import { writeJson } from './json-file.ts';
import type { ManagedProcess } from './process/managed-process.ts';
import { claimStack, type PartRecord, type StackRecord } from './stack-record.ts';
import { Supervised } from './supervision.ts';

function partRecord(process: ManagedProcess): PartRecord {
  const { name, stopSignal = 'SIGTERM', readyUrl } = process.spec;
  return { name, process: process.identity, stopSignal, ...(readyUrl !== undefined && { readyUrl }) };
}

/** The one stack of a checkout while this process supervises it: its processes and the record that others read. */
export class StackSession {
  readonly #file: string;
  readonly #supervised = new Supervised();
  #record: StackRecord;
  #saved: Promise<void> = Promise.resolve();

  private constructor(file: string, record: StackRecord) {
    this.#file = file;
    this.#record = record;
  }

  /** @throws AlreadyRunning */
  static async open(file: string): Promise<StackSession> {
    return new StackSession(file, await claimStack(file));
  }

  /** Takes charge of a process that was just started. */
  readonly started = (process: ManagedProcess): void => {
    this.#supervised.add(process);
    this.#save();
  };

  /** Records that the stack is ready and where it is to be found. */
  ready(about: Required<Pick<StackRecord, 'addresses' | 'environment'>>): void {
    this.#record = { ...this.#record, ...about, state: 'ready' };
    this.#save();
  }

  /** From now on what ends by itself is started again; says so line by line. */
  keepAlive(say: (line: string) => void): void {
    this.#supervised.keepAlive({
      ended: ({ name, logFile }, end, againInMs) => {
        say(`✖ ${name} ended (${end}); starting it again in ${againInMs / 1000} s. Its log: ${logFile}`);
      },
      restarted: (name) => {
        say(`✔ ${name} was started again.`);
        this.#save();
      },
      lost: (name, error) => {
        say(`✖ ${name} cannot be started again: ${String(error)}`);
      },
    });
  }

  /** Stops every part in order and gives the checkout free. */
  async close(): Promise<void> {
    await this.#supervised.stop();
    await this.#saved;
    await rm(this.#file, { force: true });
  }

  /** Ends every part at once. */
  kill(): void {
    this.#supervised.kill();
  }

  /** Writes follow each other, so that the newest state is the one that stays. */
  #save(): void {
    this.#saved = this.#saved
      .then(() => writeJson(this.#file, { ...this.#record, parts: this.#supervised.all.map(partRecord) }))
      .catch((error: unknown) => {
        console.error(`✖ ${this.#file} could not be written: ${String(error)}`);
      });
  }
}
