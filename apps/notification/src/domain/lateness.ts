import { addDays, toLocalDate, type WorkingCalendar } from '@bihuan/process-core';

/**
 * Working days that have begun since a due: the day of the due does not count, the day as of which is asked does. A due
 * at midnight belongs to the day that ends there.
 */
export function workingDaysLate(due: Date, asOf: Date, calendar: WorkingCalendar): number {
  const last = toLocalDate(asOf);
  let late = 0;
  for (let day = addDays(toLocalDate(new Date(due.getTime() - 1)), 1); day <= last; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) late += 1;
  return late;
}
