import { setTimeout as pause } from 'node:timers/promises';
import { sharedOut } from '../harness/latencies.ts';

/** Workflows that are started at a time. */
const AT_A_TIME = 24;
/** Between the last that was started and the moment all are due: their first steps, and a moment of quiet. */
const REST_MS = 10_000;
/** Started in a second, at first; a small crowd tells how many it really is. */
const FIRST_GUESS = 40;
/** What is left over for a machine that is slower the next time. */
const CAUTION = 0.7;

/** Sets a moment at which a crowd is due: soon, but not before all of it waits. */
export class Crowd {
  #perSecond = FIRST_GUESS;

  /**
   * Starts so many that are due at the same moment, and waits for that moment.
   *
   * @param start starts the nth
   * @param waiting resolves once all of them wait
   * @returns the moment, system time
   * @throws Error where it came before all of them waited
   */
  async gather(
    size: number,
    start: (n: number, due: Date) => Promise<unknown>,
    waiting: () => Promise<unknown>,
  ): Promise<Date> {
    const begun = Date.now();
    const due = new Date(Math.ceil((begun + (size / this.#perSecond) * 1000 + REST_MS) / 1000) * 1000);
    await sharedOut(size, Array.from({ length: AT_A_TIME }), async (_, n) => {
      await start(n, due);
    });
    this.#perSecond = (CAUTION * size * 1000) / (Date.now() - begun);
    await waiting();
    const left = due.getTime() - Date.now();
    if (left < 0) throw new Error(`${size} clocks were due ${-left} ms before all of them waited`);
    await pause(left);
    return due;
  }
}
