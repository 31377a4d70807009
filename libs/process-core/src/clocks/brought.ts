import type { PlannedRung } from './clock-state.ts';

/** How a clock stands whose hazard came with a ledger from an older system. */
export interface BroughtClock {
  /** Rungs still ahead, at the times they were planned for. */
  readonly rungs: readonly PlannedRung[];
  /** Rungs that lie before the ledger was brought; to be recorded as skipped. */
  readonly skipped: readonly PlannedRung[];
  /** The true due, where it had passed by then. */
  readonly overdueAt: Date | null;
}

/**
 * A clock that began before its hazard was brought, as of then (business time): late if its due has passed, but nobody
 * is reminded of, or escalated for, what lies before. A rung of exactly that moment is still ahead.
 *
 * @param rungs the whole ladder, in order
 */
export function asBrought(due: Date, rungs: readonly PlannedRung[], broughtAt: Date): BroughtClock {
  return {
    rungs: rungs.filter(({ at }) => at >= broughtAt),
    skipped: rungs.filter(({ at }) => at < broughtAt),
    overdueAt: due <= broughtAt ? due : null,
  };
}
