import type { CalendarYear } from '@bihuan/contracts';

/**
 * Time as a child would count it: whole minutes since Sunday 1 January 2023, 00:00 in Shanghai, and days as their
 * number from that Sunday. Nothing of it is shared with the rules that it is held against.
 */
export type Minute = number;

const FIRST = Date.parse('2023-01-01T00:00:00+08:00');
export const DAY = 1440;
/** 18:00, when a day ends. */
const DAY_ENDS = 18 * 60;

export const instantOf = (minute: Minute): Date => new Date(FIRST + minute * 60_000);
export const minuteOf = (instant: Date): Minute => (instant.getTime() - FIRST) / 60_000;
export const dayOf = (minute: Minute): number => Math.floor(minute / DAY);
export const endOf = (day: number): Minute => day * DAY + DAY_ENDS;
const dateOf = (day: number): string =>
  new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const isWeekend = (day: number): boolean => day % 7 === 0 || day % 7 === 6;

/** Days that differ from Monday to Friday. */
export class PlainCalendar {
  constructor(readonly exceptions: ReadonlySet<number>) {}

  worked(day: number): boolean {
    return isWeekend(day) === this.exceptions.has(day);
  }

  /** The day itself if it is worked, else the next that is. */
  workedFrom(day: number): number {
    let next = day;
    while (!this.worked(next)) next += 1;
    return next;
  }

  /** An instant moved by working days, at the same time of day; midnight belongs to the day that ends there. */
  moved(minute: Minute, workingDays: number): Minute {
    const day = dayOf(minute - 1);
    let reached = day;
    for (let left = Math.abs(workingDays); left > 0;) {
      reached += Math.sign(workingDays);
      if (this.worked(reached)) left -= 1;
    }
    return minute + (reached - day) * DAY;
  }

  /** An instant put on the next working day, where it lies on none. */
  onWorkingDay(minute: Minute): Minute {
    const day = dayOf(minute - 1);
    return minute + (this.workedFrom(day) - day) * DAY;
  }
}

/** The year 2023 as it is stored, from the days that are worked or not against the week. */
export function storedYear(exceptions: ReadonlySet<number>, version: number): CalendarYear {
  const days = [...exceptions].sort((a, b) => a - b);
  const holidays = days.filter((day) => !isWeekend(day)).map(dateOf);
  return { code: '2023', version, holidays, makeUpDays: days.filter(isWeekend).map(dateOf) };
}
