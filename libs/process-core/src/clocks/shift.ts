import type { Period } from '@bihuan/contracts';
import { addDays, addMonths, type LocalDate, startOfDay, toLocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/**
 * An instant moved forwards by a period, at the same time of day; a period of days or months that ends on a day off
 * is carried to the next working day. Hours and seconds run on the clock.
 */
export function forwards(instant: Date, period: Period, calendar: WorkingCalendar): Date {
  if ('hours' in period || 'seconds' in period) return new Date(instant.getTime() + durationMs(period));
  return onOtherDay(instant, (day) => {
    if ('workingDays' in period) return calendar.addWorkingDays(day, period.workingDays);
    return calendar.nextWorkingDay(
      'days' in period ? addDays(day, period.days) : addMonths(day, period.months),
    );
  });
}

/** An instant moved backwards by a period, at the same time of day; nothing is carried: earlier is earlier. */
export function backwards(instant: Date, period: Period, calendar: WorkingCalendar): Date {
  if ('hours' in period || 'seconds' in period) return new Date(instant.getTime() - durationMs(period));
  return onOtherDay(instant, (day) => {
    if ('workingDays' in period) return calendar.addWorkingDays(day, -period.workingDays);
    return 'days' in period ? addDays(day, -period.days) : addMonths(day, -period.months);
  });
}

function durationMs(period: { readonly hours: number } | { readonly seconds: number }): number {
  return 'hours' in period ? period.hours * 3_600_000 : period.seconds * 1000;
}

/** Midnight belongs to the day that ends there: a day may end at `24:00`. */
function onOtherDay(instant: Date, move: (day: LocalDate) => LocalDate): Date {
  const day = toLocalDate(new Date(instant.getTime() - 1));
  const into = instant.getTime() - startOfDay(day).getTime();
  return new Date(startOfDay(move(day)).getTime() + into);
}
