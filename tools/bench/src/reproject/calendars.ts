import type { CalendarYear } from '@bihuan/contracts';
import { addDays, toLocalDate } from '@bihuan/process-core';

/**
 * The year with one more day off in each of its weeks to come, on Wednesdays: nearly every clock that is not late has a
 * due or a rung that follows from it.
 */
export function withDaysOff(year: CalendarYear, now: Date): CalendarYear {
  const first = addDays(toLocalDate(now), 2);
  const daysOff: string[] = [];
  for (let day = first; day.startsWith(year.code); day = addDays(day, 7)) daysOff.push(day);
  return { ...year, holidays: [...new Set([...year.holidays, ...daysOff])] };
}
