import { setTimeout as pause } from 'node:timers/promises';

/** Reads until the value satisfies `wanted`; fails with the last value after `limitMs` of real time. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  wanted: (value: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > limit) throw new Error(`it did not come to pass; last seen: ${JSON.stringify(value)}`);
    await pause(25);
  }
}
