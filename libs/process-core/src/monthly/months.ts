import { addDays, addMonths, type LocalDate, startOfDay, toLocalMonth } from '../calendar/local-date.ts';

/** A month in Asia/Shanghai, `YYYY-MM`. */
export type LocalMonth = string;

/** The n-th month after a month; before it, if n is negative. */
export function shiftMonth(month: LocalMonth, n: number): LocalMonth {
  return addMonths(firstDayOf(month), n).slice(0, 7);
}

export function firstDayOf(month: LocalMonth): LocalDate {
  return `${month}-01`;
}

export function lastDayOf(month: LocalMonth): LocalDate {
  return addDays(firstDayOf(shiftMonth(month, 1)), -1);
}

/** 00:00 in Shanghai on the month's first day. @throws RangeError if there is no such month */
export function startOfMonth(month: LocalMonth): Date {
  return startOfDay(firstDayOf(month));
}

/** The first instant that does not belong to the month any more. */
export function endOfMonth(month: LocalMonth): Date {
  return startOfMonth(shiftMonth(month, 1));
}

/** The month before the one in which an instant lies. */
export function monthBefore(instant: Date): LocalMonth {
  return shiftMonth(toLocalMonth(instant), -1);
}

/** All months from one to another, both included; none if the second is earlier. */
export function monthsBetween(from: LocalMonth, to: LocalMonth): LocalMonth[] {
  const months: LocalMonth[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month);
  return months;
}
