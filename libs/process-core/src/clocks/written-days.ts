import { addDays, toLocalDate } from '../calendar/local-date.ts';
import { type CountedDay, countedReasons, type DayReason } from './count-days.ts';

/** One letter a reason. Stored: none may ever change its meaning. */
const letters: Readonly<Record<DayReason, string>> = {
  startDay: 's',
  workingDay: 'w',
  makeUpDay: 'm',
  calendarDay: 'c',
  carried: 'r',
  weekend: 'e',
  holiday: 'h',
  paused: 'p',
};
const reasons = new Map(Object.entries(letters).map(([reason, letter]) => [letter, reason as DayReason]));

/** Days as they are kept beside a clock: a letter each, from the start day on. */
export function writtenDays(days: readonly CountedDay[]): string {
  return days.map(({ reason }) => letters[reason]).join('');
}

/** The days that were written. @param start of the clock @throws Error for a letter that stands for nothing */
export function readDays(written: string, start: Date): CountedDay[] {
  const startDay = toLocalDate(start);
  return Array.from(written, (letter, n) => {
    const reason = reasons.get(letter);
    if (!reason) throw new Error(`No reason of a day is written as ${letter}`);
    return { date: addDays(startDay, n), counted: countedReasons.has(reason), reason };
  });
}
