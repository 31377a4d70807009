import type { CalendarYear, ChangeDay } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { isWeekend } from '@bihuan/process-core';

/** What a day of the calendar can be made. */
export type DayKind = ChangeDay['kind'];

/**
 * The year with one day changed: a weekday may become a holiday, a Saturday or Sunday a make-up day, either ordinary again.
 * @returns null where the day is that already
 * @throws field.invalid where the day cannot be that
 */
export function withDay(year: CalendarYear, date: string, kind: DayKind): CalendarYear | null {
  const weekend = isWeekend(date);
  if (kind === (weekend ? 'holiday' : 'makeUpDay'))
    throw new DomainError('field.invalid', { pointer: '/kind' });
  const differs = weekend ? 'makeUpDays' : 'holidays';
  const days = year[differs];
  if (days.includes(date) === (kind !== 'ordinary')) return null;
  const changed = kind === 'ordinary' ? days.filter((day) => day !== date) : [...days, date].sort();
  return { ...year, version: year.version + 1, [differs]: changed };
}
