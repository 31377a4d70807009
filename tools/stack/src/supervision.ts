import { setTimeout as pause } from 'node:timers/promises';
import { ManagedProcess, type ProcessEnd, type ProcessSpec } from './process/managed-process.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long is taken to have been well: its next restart is quick again. */
const SOUND_AFTER_MS = 60_000;

/** What the supervisor tells about the processes it keeps. */
export interface SupervisionNews {
  ended(spec: ProcessSpec, end: ProcessEnd, againInMs: number): void;
  restarted(name: string): void;
  /** It cannot even be started any more. */
  lost(name: string, error: unknown): void;
}

/** The processes of one stack. */
export class Supervised {
  #processes: ManagedProcess[] = [];
  readonly #stopping = new AbortController();

  #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  get all(): readonly ManagedProcess[] {
    return this.#processes;
  }

  /** Takes charge of a process. One that appears while the stack is being stopped ends at once. */
  add(process: ManagedProcess): void {
    this.#processes.push(process);
    if (this.#isStopped()) process.kill();
  }

  /** From now on a process that ends by itself is started again, with growing pauses. */
  keepAlive(news: SupervisionNews): void {
    for (const process of this.#processes) {
      this.#restartWhenEnded(process, news).catch((error: unknown) => {
        news.lost(process.spec.name, error);
      });
    }
  }

  /** Stops layer after layer from the top, each process within its limit; all are certainly gone afterwards. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const highestFirst = [...new Set(this.#processes.map((process) => process.spec.layer))].sort(
      (a, b) => b - a,
    );
    for (const layer of highestFirst) {
      await Promise.all(
        this.#processes.filter(({ spec }) => spec.layer === layer).map((process) => process.stop()),
      );
    }
  }

  /** Ends everything at once, for somebody who does not want to wait. */
  kill(): void {
    this.#stopping.abort();
    for (const process of this.#processes) process.kill();
  }

  async #restartWhenEnded(watched: ManagedProcess, news: SupervisionNews): Promise<void> {
    let process = watched;
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const startedAt = performance.now();
      const end = await process.ended;
      if (this.#isStopped()) return;
      if (performance.now() - startedAt > SOUND_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      news.ended(process.spec, end, pauseMs);
      await this.#pauseUnlessStopped(pauseMs);
      if (this.#isStopped()) return;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      process = await this.#replace(process, process.spec);
      news.restarted(process.spec.name);
    }
  }

  async #pauseUnlessStopped(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopping.signal }).catch(() => {
      // Woken early: the caller sees that the stack is being stopped.
    });
  }

  async #replace(old: ManagedProcess, spec: ProcessSpec): Promise<ManagedProcess> {
    const process = await ManagedProcess.start(spec);
    this.#processes = this.#processes.map((one) => (one === old ? process : one));
    if (this.#isStopped()) process.kill();
    return process;
  }
}
