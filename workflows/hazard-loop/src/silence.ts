import type { NamedClock } from '@bihuan/process-core';

/** An owner that did not answer about a clock: it is asked again later. Plain JSON, by clock id. */
export interface Silence {
  /** The version of the clock that was asked about; a later fact or answer ends the silence. */
  readonly version: number;
  /** How often in a row the owner has not answered. */
  readonly times: number;
  /** When it is asked again, business time. */
  readonly askAgainAt: string;
}
export type Silences = Readonly<Record<string, Silence>>;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** The silence that is still on about a clock. */
export function silenceOn(clock: NamedClock, silences: Silences): Silence | undefined {
  const silence = silences[clock.clockId];
  return silence?.version === clock.version ? silence : undefined;
}

/**
 * The silences after an owner did not answer once more: the pause doubles from five seconds to five minutes.
 *
 * @param now business time, milliseconds
 */
export function silent(clock: NamedClock, silences: Silences, now: number): Silences {
  const times = (silenceOn(clock, silences)?.times ?? 0) + 1;
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
  const askAgainAt = new Date(now + pause).toISOString();
  return { ...silences, [clock.clockId]: { version: clock.version, times, askAgainAt } };
}

/** The silences after an owner answered. */
export function answered(clockId: string, silences: Silences): Silences {
  return Object.fromEntries(Object.entries(silences).filter(([id]) => id !== clockId));
}
