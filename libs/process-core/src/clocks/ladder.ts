import type { Period, Rung } from '@bihuan/contracts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { PlannedRung } from './clock-state.ts';
import { endsWithDay } from './last-day.ts';
import type { Pause } from './pause.ts';
import { backwards, forwards } from './shift.ts';

/**
 * The rungs of a ladder as instants, in order. A rung that would lie before the clock's start does not exist.
 * Rungs keep the due's time of day; those counted after it in days or months do not fall on a day off.
 */
export function rungTimes(
  ladder: readonly Rung[],
  start: Date,
  due: Date,
  calendar: WorkingCalendar,
): PlannedRung[] {
  return inOrder(
    ladder.map((rung) => ({ ...rung, at: timeOf(rung, due, calendar) })).filter(({ at }) => at >= start),
  );
}

/**
 * Rungs that follow one fired late, each as far behind it as it was meant to be, so that people still have time to
 * answer; none becomes earlier than planned.
 */
export function respaced(
  following: readonly PlannedRung[],
  fired: PlannedRung,
  firedAt: Date,
  calendar: WorkingCalendar,
): PlannedRung[] {
  return inOrder(
    following.map((rung) => {
      const kept = spacedFrom(fired, firedAt, rung, calendar);
      return kept > rung.at ? { ...rung, at: kept } : rung;
    }),
  );
}

/**
 * Rungs of a clock that was late already when it stood still: put off by the length of the pause. One counted in days
 * does not fall on a day off. A reminder stays where it was, before the due: nobody is reminded of a date that has passed.
 */
export function putOff(
  rungs: readonly PlannedRung[],
  { from, to }: Pause,
  calendar: WorkingCalendar,
): PlannedRung[] {
  return rungs.map((rung) => {
    if (rung.before) return rung;
    const at = new Date(rung.at.getTime() + to.getTime() - from.getTime());
    return { ...rung, at: rung.after && endsWithDay(rung.after) ? onWorkingDay(at, calendar) : at };
  });
}

function onWorkingDay(instant: Date, calendar: WorkingCalendar): Date {
  return forwards(instant, { days: 0 }, calendar);
}

function inOrder(rungs: readonly PlannedRung[]): PlannedRung[] {
  return [...rungs].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function timeOf({ before, after }: Rung, due: Date, calendar: WorkingCalendar): Date {
  if (before) return backwards(due, before, calendar);
  return after ? forwards(due, after, calendar) : due;
}

function spacedFrom(fired: PlannedRung, firedAt: Date, rung: PlannedRung, calendar: WorkingCalendar): Date {
  const spacing = rung.after && difference(rung.after, fired.after);
  if (spacing) return forwards(firedAt, spacing, calendar);
  return new Date(firedAt.getTime() + rung.at.getTime() - fired.at.getTime());
}

/** The period between two rungs counted in the same unit; undefined where the units differ. */
function difference(later: Period, earlier: Period | undefined): Period | undefined {
  if (!earlier) return later;
  if ('workingDays' in later && 'workingDays' in earlier)
    return { workingDays: later.workingDays - earlier.workingDays };
  if ('days' in later && 'days' in earlier) return { days: later.days - earlier.days };
  return undefined;
}
