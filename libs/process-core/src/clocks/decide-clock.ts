import type { RungAction, RungName, RungRecipient } from '@bihuan/contracts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { rungActions, rungTo } from '../policy/rungs.ts';
import type { ClockState, PlannedRung } from './clock-state.ts';
import { respaced } from './ladder.ts';

/** The least a caller is told to wait, so that clocks that differ by a little do not make it ask in a loop. */
const leastWaitMs = 1000;

/** What becomes of a clock when somebody asks at a given moment. */
export type ClockOutcome =
  | { readonly outcome: 'ended' }
  | { readonly outcome: 'paused' }
  | { readonly outcome: 'notYet'; readonly remainingMs: number }
  | {
      readonly outcome: 'rungTaken';
      readonly rung: RungName;
      readonly to: readonly RungRecipient[];
      readonly actions: readonly RungAction[];
      /** Reminders that nobody sent in time; to be recorded as skipped. */
      readonly skipped: readonly RungName[];
      /** Rungs left, in order, with the times that hold from now on. */
      readonly rungs: readonly PlannedRung[];
      /** Null: the ladder is climbed. */
      readonly nextWakeAt: Date | null;
      /** The true due, once it has passed; else null. */
      readonly overdueAt: Date | null;
    }
  /** Still open, but no rung is left: a question asked again after the last one. Not an end: nobody has answered yet. */
  | { readonly outcome: 'climbed'; readonly skipped: readonly RungName[]; readonly overdueAt: Date | null };

/**
 * Decides a clock as of `now` (business time): ended, standing still, not yet, or exactly one rung taken.
 * After an outage `overdueAt` is still the true due, reminders whose due has passed are skipped, the earliest missed
 * rung from the due onwards is taken and the later ones keep their spacing behind it.
 */
export function decideClock(clock: ClockState, now: Date, calendar: WorkingCalendar): ClockOutcome {
  if (clock.state !== 'open') return { outcome: 'ended' };
  if (clock.paused) return { outcome: 'paused' };
  const overdueAt = now >= clock.due ? clock.due : null;
  const ahead = clock.rungs.filter(({ at }) => !overdueAt || at >= clock.due);
  const skipped = clock.rungs.filter((rung) => !ahead.includes(rung)).map(({ rung }) => rung);
  const [next, ...following] = ahead;
  if (!next) return { outcome: 'climbed', skipped, overdueAt };
  if (next.at > now)
    return { outcome: 'notYet', remainingMs: Math.max(leastWaitMs, next.at.getTime() - now.getTime()) };
  const rungs = overdueAt ? respaced(following, next, now, calendar) : following;
  return {
    outcome: 'rungTaken',
    rung: next.rung,
    to: rungTo(next),
    actions: rungActions(next),
    skipped,
    rungs,
    nextWakeAt: rungs[0]?.at ?? null,
    overdueAt,
  };
}
