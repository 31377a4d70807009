import type { Rung } from '@bihuan/contracts';

/** A rung of a clock's ladder with the instant at which it is reached. */
export interface PlannedRung extends Rung {
  readonly at: Date;
}

/** What a decision about a clock needs of its row. */
export interface ClockState {
  readonly state: 'open' | 'met' | 'cancelled';
  readonly due: Date;
  /** It stands still. */
  readonly paused?: boolean;
  /** Rungs still ahead, in order: neither taken nor skipped. */
  readonly rungs: readonly PlannedRung[];
}

/** When the clock wants to be looked at next; null if it has ended or stands still, or its ladder is climbed. */
export function nextWake(clock: ClockState): Date | null {
  return clock.state === 'open' && !clock.paused ? (clock.rungs[0]?.at ?? null) : null;
}
