import { type LocalDate, startOfDay, toLocalDate } from './local-date.ts';

const pattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * The instant at which a time of day is reached in Shanghai.
 * @param time `HH:MM`, `00:00` to `24:00`; `24:00` is 00:00 of the next day.
 * @throws RangeError on another form, or if there is no such date.
 */
export function atTimeOfDay(date: LocalDate, time: string): Date {
  return new Date(startOfDay(date).getTime() + millisecondsInto(time));
}

/** How far an instant lies inside its day in Shanghai, milliseconds from 0 to below 24 h. */
export function timeOfDayMs(instant: Date): number {
  return instant.getTime() - startOfDay(toLocalDate(instant)).getTime();
}

/** Milliseconds from the start of the day to a time of day `HH:MM`. @throws RangeError on another form. */
export function millisecondsInto(time: string): number {
  const match = pattern.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  const [, hours = '24', minutes = '00'] = match;
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
