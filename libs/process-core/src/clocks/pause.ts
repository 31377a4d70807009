import type { LocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay } from '../calendar/time-of-day.ts';

/** A stretch in which a clock stood still, business time; its last moment included. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Whether a pause took a day from a clock: the day's end came while the clock stood still. So a clock that was stopped
 * in the morning and went on the same afternoon loses nothing, and one stopped over its last evening is not late.
 *
 * @param dayEnds time of day `HH:MM`, up to `24:00`
 */
export function isLost(day: LocalDate, pauses: readonly Pause[], dayEnds: string): boolean {
  if (pauses.length === 0) return false;
  const end = atTimeOfDay(day, dayEnds);
  return pauses.some(({ from, to }) => from < end && end <= to);
}

/** How many days a pause took, whether worked or not. */
export function daysLost({ from, to }: Pause, dayEnds: string): number {
  const into = atTimeOfDay(FIRST_DAY, dayEnds).getTime();
  const ended = (instant: Date) => Math.floor((instant.getTime() - into) / DAY_MS);
  return ended(to) - ended(from);
}

const DAY_MS = 86_400_000;
const FIRST_DAY = '1970-01-01';
