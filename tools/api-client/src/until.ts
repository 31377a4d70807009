import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until there is an answer: what comes by events arrives a moment later.
 * @param what named in the error when time is up.
 * @param seconds how long to ask at most.
 */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not seen within ${seconds} s`);
    await pause(250);
  }
}
