import type { ClockOwner } from './clock-record.ts';

/** Whose clocks these are, and when one of them counts as unheard. */
export abstract class ClockSettings {
  abstract readonly owner: ClockOwner;
  /** A wake-up that passed so long ago undecided was not heard, milliseconds. */
  abstract readonly unheardAfterMs: number;
  /** How often the watchdog looks, milliseconds. */
  abstract readonly watchEveryMs: number;
}
