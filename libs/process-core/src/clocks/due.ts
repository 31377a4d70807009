import type { Period } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { addDays, addMonths, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay } from '../calendar/time-of-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { explainDays, explainDuration } from './explain.ts';
import { forwards } from './shift.ts';

/** When a clock is late, and why then. */
export interface Due {
  /** Exactly then is late. */
  readonly due: Date;
  /** Counted through a year whose calendar is not stored: to be computed again when it is. */
  readonly provisional: boolean;
  readonly explanation: Bilingual;
}

/**
 * Due of a period. The start day does not count; days, months and working days end at `dayEnds` in Shanghai, and a
 * last day that is not a working day moves to the next one. Hours and seconds run from the instant itself.
 * Basis: our default, written down in the policy.
 * @param dayEnds time of day `HH:MM`, up to `24:00`
 */
export function dueOf(start: Date, period: Period, calendar: WorkingCalendar, dayEnds: string): Due {
  if ('hours' in period || 'seconds' in period) {
    const due = forwards(start, period, calendar);
    return { due, provisional: false, explanation: explainDuration(start, period, due) };
  }
  const startDay = toLocalDate(start);
  const nominal = lastDayOf(startDay, period, calendar);
  const lastDay = firstOpenEnd(start, calendar.nextWorkingDay(nominal), calendar, dayEnds);
  const countedFrom = 'workingDays' in period ? addDays(startDay, 1) : nominal;
  const provisional = calendar.isProvisional(countedFrom < lastDay ? countedFrom : lastDay, lastDay);
  return {
    due: atTimeOfDay(lastDay, dayEnds),
    provisional,
    explanation: explainDays({ startDay, period, nominal, lastDay, dayEnds, provisional, calendar }),
  };
}

/** End of a date that a person named. The calendar never moves it. @param dayEnds time of day `HH:MM`, up to `24:00` */
export function dueOfNamedDate(date: LocalDate, dayEnds: string): Date {
  return atTimeOfDay(date, dayEnds);
}

function lastDayOf(
  startDay: LocalDate,
  period: Exclude<Period, { hours: number } | { seconds: number }>,
  calendar: WorkingCalendar,
): LocalDate {
  if ('workingDays' in period) return calendar.addWorkingDays(startDay, period.workingDays);
  return 'days' in period ? addDays(startDay, period.days) : addMonths(startDay, period.months);
}

/** A period of nought started after the day's end would be late before it began: it gets the next working day. */
function firstOpenEnd(start: Date, day: LocalDate, calendar: WorkingCalendar, dayEnds: string): LocalDate {
  return atTimeOfDay(day, dayEnds) > start ? day : calendar.addWorkingDays(day, 1);
}
