import { toLocalDate } from './local-date.ts';
import { timeOfDayMs } from './time-of-day.ts';

/** An instant as people in Shanghai read it: `2023-10-12 18:00`, with seconds only where there are any. */
export function localText(instant: Date): string {
  const seconds = Math.floor(timeOfDayMs(instant) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return `${toLocalDate(instant)} ${shown.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
