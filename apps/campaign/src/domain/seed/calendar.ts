import type { CalendarYear } from '@bihuan/contracts';
import { isWeekend } from '@bihuan/process-core';
import { seedItem, type SeedItem } from './seed-item.ts';

/** Days by name of the holiday, as `chinese-days` keeps them: after the State Council's yearly notices. */
export interface HolidayTable {
  /** Days off, Saturdays and Sundays among them. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Saturdays and Sundays that are worked. */
  readonly workdays: Readonly<Record<string, string>>;
}

export const calendarYears = ['2022', '2023', '2024', '2025', '2026'] as const;

/** Stored years, all in force from the first day on: a period that ends next year needs next year's days now. A year the table does not know is left out: Monday to Friday then counts, marked provisional. */
export function buildCalendar(table: HolidayTable): SeedItem<'calendarYear'>[] {
  return calendarYears
    .map((year) => calendarYear(year, table))
    .filter((year) => year.holidays.length > 0)
    .map((year) => seedItem('calendarYear', year));
}

function calendarYear(code: string, table: HolidayTable): CalendarYear {
  const ofYear = (days: Readonly<Record<string, string>>) =>
    Object.keys(days)
      .filter((day) => day.startsWith(`${code}-`))
      .sort();
  return {
    code,
    version: 1,
    holidays: ofYear(table.holidays).filter((day) => !isWeekend(day)),
    makeUpDays: ofYear(table.workdays),
  };
}
