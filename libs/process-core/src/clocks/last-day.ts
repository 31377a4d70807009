import type { Period } from '@bihuan/contracts';
import { addDays, addMonths, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay } from '../calendar/time-of-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isLost, type Pause } from './pause.ts';

/** A period that ends with a day. */
export type DayPeriod = Exclude<Period, { hours: number } | { seconds: number }>;

export function endsWithDay(period: Period): period is DayPeriod {
  return !('hours' in period || 'seconds' in period);
}

/** What a last day is counted by. */
export interface DayRules {
  readonly calendar: WorkingCalendar;
  /** Time of day `HH:MM`, up to `24:00`. */
  readonly dayEnds: string;
  /** Days that they took are not counted. */
  readonly pauses: readonly Pause[];
}

/** The day a count comes to, and the working day it is carried to. */
export interface LastDay {
  readonly nominal: LocalDate;
  readonly lastDay: LocalDate;
}

/**
 * Counts a period from the day after the start. What a pause took of the start day is made up for too, so that nobody
 * has less time left behind a pause than before it.
 */
export function lastDayOf(start: Date, period: DayPeriod, rules: DayRules): LastDay {
  const startDay = toLocalDate(start);
  const nominal = nominalDay(startDay, period, rules);
  return { nominal, lastDay: carried(start, nominal, rules) };
}

function nominalDay(startDay: LocalDate, period: DayPeriod, rules: DayRules): LocalDate {
  const lost = (day: LocalDate) => isLost(day, rules.pauses, rules.dayEnds);
  if ('workingDays' in period) {
    const counts = (day: LocalDate) => rules.calendar.isWorkingDay(day) && !lost(day);
    const startToo = rules.calendar.isWorkingDay(startDay) && lost(startDay) ? 1 : 0;
    return countedOn(startDay, period.workingDays + startToo, counts);
  }
  // Nothing was lost: a crowd of clocks is not counted day by day.
  if (rules.pauses.length === 0)
    return 'days' in period ? addDays(startDay, period.days) : addMonths(startDay, period.months);
  const startToo = lost(startDay) ? 1 : 0;
  if ('days' in period) return countedOn(startDay, period.days + startToo, (day) => !lost(day));
  const sameDate = addMonths(startDay, period.months);
  return countedOn(sameDate, lostBetween(startDay, sameDate, lost) + startToo, (day) => !lost(day));
}

function countedOn(from: LocalDate, days: number, counts: (day: LocalDate) => boolean): LocalDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (counts(day)) left--;
  }
  return day;
}

function lostBetween(after: LocalDate, to: LocalDate, lost: (day: LocalDate) => boolean): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= to; day = addDays(day, 1)) if (lost(day)) count++;
  return count;
}

/**
 * A last day off is carried to the next one that is worked and was not lost. A period of nought started after the day's
 * end would be late before it began: it gets the next working day.
 */
function carried(start: Date, nominal: LocalDate, { calendar, dayEnds, pauses }: DayRules): LocalDate {
  const open = (day: LocalDate) =>
    calendar.isWorkingDay(day) && !isLost(day, pauses, dayEnds) && atTimeOfDay(day, dayEnds) > start;
  let day = nominal;
  while (!open(day)) day = addDays(day, 1);
  return day;
}
