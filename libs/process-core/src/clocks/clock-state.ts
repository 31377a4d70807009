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
  /** It was found late before: a reminder ahead of its due is not given any more. */
  readonly late?: boolean;
  /** Rungs still ahead, in order: neither taken nor skipped. */
  readonly rungs: readonly PlannedRung[];
}

/** When the clock wants to be looked at next; null if it has ended or stands still, or its ladder is climbed. */
export function nextWake({ state, due, paused, late, rungs }: ClockState): Date | null {
  if (state !== 'open' || paused) return null;
  const next = late ? rungs.find(({ at }) => at >= due) : rungs[0];
  return next?.at ?? null;
}
