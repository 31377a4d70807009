import type { CalendarYear } from '@bihuan/contracts';
import { addDays, isWeekend, type LocalDate } from './local-date.ts';

/** Days inside a stretch that differ from Monday–Friday. */
export interface Exceptions {
  readonly holidays: readonly LocalDate[];
  readonly makeUpDays: readonly LocalDate[];
}

/**
 * Working days by the State Council's yearly notices, as stored. A year that is not stored counts Monday–Friday, and
 * what was computed through it is provisional until the year is loaded.
 */
export class WorkingCalendar {
  readonly #years: ReadonlySet<string>;
  readonly #holidays: ReadonlySet<LocalDate>;
  readonly #makeUpDays: ReadonlySet<LocalDate>;
  /** Sum of the stored years' versions: rises with every year loaded and every day changed. */
  readonly version: number;

  constructor(years: readonly CalendarYear[]) {
    this.#years = new Set(years.map((year) => year.code));
    this.#holidays = new Set(years.flatMap((year) => year.holidays));
    this.#makeUpDays = new Set(years.flatMap((year) => year.makeUpDays));
    this.version = years.reduce((sum, year) => sum + year.version, 0);
  }

  isWorkingDay(date: LocalDate): boolean {
    return isWeekend(date) ? this.#makeUpDays.has(date) : !this.#holidays.has(date);
  }

  /** True if any day of the stretch (both ends included) lies in a year that is not stored. */
  isProvisional(from: LocalDate, to: LocalDate = from): boolean {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
      if (!this.#years.has(String(year))) return true;
    return false;
  }

  /** The date itself if it is worked, else the next one that is. */
  nextWorkingDay(date: LocalDate): LocalDate {
    let day = date;
    while (!this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }

  /** The n-th working day after the date (before it, if n is negative); the date itself does not count. 0 is the date. */
  addWorkingDays(date: LocalDate, n: number): LocalDate {
    const step = Math.sign(n);
    let day = date;
    for (let left = Math.abs(n); left > 0;) {
      day = addDays(day, step);
      if (this.isWorkingDay(day)) left--;
    }
    return day;
  }

  /** Stored holidays and make-up days from one date to another, both included: what made a count differ. */
  exceptions(from: LocalDate, to: LocalDate): Exceptions {
    const inside = (day: LocalDate) => day >= from && day <= to;
    return {
      holidays: [...this.#holidays].filter(inside).sort(),
      makeUpDays: [...this.#makeUpDays].filter(inside).sort(),
    };
  }
}
