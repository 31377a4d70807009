import type { CalendarYear } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { isWeekend } from '@bihuan/process-core';

/**
 * Days of a year that differ from Monday to Friday: holidays are weekdays, make-up days Saturdays and Sundays, all of
 * them of this year, none twice.
 *
 * @throws calendar.dayBoth with the days that are both; field.invalid with the pointer of the first that cannot stand
 */
export function checkYear({
  code,
  holidays,
  makeUpDays,
}: Pick<CalendarYear, 'code' | 'holidays' | 'makeUpDays'>): void {
  const worked = new Set(makeUpDays);
  const both = holidays.filter((day) => worked.has(day));
  if (both.length > 0) {
    const fields = both.map((day) => ({
      pointer: `/holidays/${holidays.indexOf(day)}`,
      code: 'calendar.dayBoth' as const,
    }));
    throw new DomainError('calendar.dayBoth', { params: { days: both.join(', ') }, fields });
  }
  const check = (days: readonly string[], at: string, fits: (day: string) => boolean) => {
    days.forEach((day, i) => {
      if (!day.startsWith(`${code}-`) || !fits(day) || days.indexOf(day) < i)
        throw new DomainError('field.invalid', { pointer: `${at}/${i}` });
    });
  };
  check(holidays, '/holidays', (day) => !isWeekend(day));
  check(makeUpDays, '/makeUpDays', isWeekend);
}
