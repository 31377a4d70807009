import { setTimeout as pause } from 'node:timers/promises';
import { sharedOut } from '../harness/latencies.ts';

/** Workflows that are started at a time. */
const AT_A_TIME = 24;
/** A moment of quiet before all are due. */
const REST_MS = 15_000;
/** So many come to wait in a second, at first; every crowd tells how many it really is. */
const FIRST_GUESS = 10;
/** What is left over for a machine that is slower the next time. */
const CAUTION = 0.75;

/** How a crowd of workflows comes to wait for one moment. */
export interface Gathered {
  /** Whatever must be there before they start. @param due the moment, system time. @returns starts the nth */
  readonly prepare: (due: Date) => Promise<(n: number) => Promise<unknown>>;
  /** Resolves once all of them wait. */
  readonly waiting: () => Promise<unknown>;
}

/** Sets the moment at which a crowd is due: soon, but not before all of it waits. */
export class Crowd {
  #perSecond = FIRST_GUESS;

  /**
   * Starts a crowd and waits for its moment.
   *
   * @returns the moment, which is now
   * @throws Error where it came before all of them waited
   */
  async gather(size: number, { prepare, waiting }: Gathered): Promise<Date> {
    const begun = Date.now();
    const due = new Date(begun + Math.ceil(size / this.#perSecond) * 1000 + REST_MS);
    const start = await prepare(due);
    await sharedOut(size, Array.from({ length: AT_A_TIME }), async (_, n) => {
      await start(n);
    });
    await waiting();
    this.#perSecond = (CAUTION * size * 1000) / (Date.now() - begun);
    const left = due.getTime() - Date.now();
    if (left < 0) throw new Error(`${size} clocks were due ${-left} ms before all of them waited`);
    await pause(left);
    return due;
  }
}
