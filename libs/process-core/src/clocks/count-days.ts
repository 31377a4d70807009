import { addDays, isWeekend, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { endsWithDay, lastDayOf } from './last-day.ts';
import { isLost, type Pause } from './pause.ts';
import type { ClockTerms } from './project-due.ts';

/**
 * Why a day counts towards a due, or does not. `calendarDay`: a period in days or months counts every day; `carried`:
 * the count had ended on a day off, and this is the working day it was carried to.
 */
export type DayReason =
  'startDay' | 'workingDay' | 'makeUpDay' | 'calendarDay' | 'carried' | 'weekend' | 'holiday' | 'paused';

export interface CountedDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  readonly reason: DayReason;
}

/**
 * Each day from a clock's start to its due, counted or passed over, with the reason. Empty for a date that was named,
 * for one that was granted, and for periods in hours or seconds: there are no days to count.
 */
export function countDays(
  { start, base, dayEnds, changes }: ClockTerms,
  calendar: WorkingCalendar,
): CountedDay[] {
  if ('named' in base || !endsWithDay(base.period)) return [];
  const pauses = changes.filter((change) => change.kind === 'pause');
  if (pauses.length < changes.length) return [];
  const { nominal, lastDay } = lastDayOf(start, base.period, { calendar, dayEnds, pauses });
  const byWorkingDays = 'workingDays' in base.period;
  const startDay = toLocalDate(start);
  const days: CountedDay[] = [{ date: startDay, counted: false, reason: 'startDay' }];
  for (let date = addDays(startDay, 1); date <= lastDay; date = addDays(date, 1)) {
    const reason = reasonOf(date, { nominal, byWorkingDays, calendar, pauses, dayEnds });
    days.push({ date, counted: countedReasons.has(reason), reason });
  }
  return days;
}

/** Reasons for which a day counts. */
export const countedReasons: ReadonlySet<DayReason> = new Set([
  'workingDay',
  'makeUpDay',
  'calendarDay',
  'carried',
]);

interface Count {
  readonly nominal: LocalDate;
  readonly byWorkingDays: boolean;
  readonly calendar: WorkingCalendar;
  readonly pauses: readonly Pause[];
  readonly dayEnds: string;
}

function reasonOf(date: LocalDate, { nominal, byWorkingDays, calendar, pauses, dayEnds }: Count): DayReason {
  if (isLost(date, pauses, dayEnds)) return 'paused';
  if (!byWorkingDays && date <= nominal) return 'calendarDay';
  if (!calendar.isWorkingDay(date)) return isWeekend(date) ? 'weekend' : 'holiday';
  if (date > nominal) return 'carried';
  return isWeekend(date) ? 'makeUpDay' : 'workingDay';
}
