import type { Policy } from '@bihuan/contracts';
import { addDays, toLocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay, millisecondsInto, timeOfDayMs } from '../calendar/time-of-day.ts';

/**
 * When a notice may be delivered: at once inside the notice hours (from included, to not), else when they next begin.
 * `00:00`–`24:00` is round the clock; hours that begin later than they end reach over midnight.
 */
export function deliverAt(now: Date, { from, to }: Policy['noticeHours']): Date {
  const begins = millisecondsInto(from);
  const ends = millisecondsInto(to);
  const into = timeOfDayMs(now);
  const open = begins < ends ? into >= begins && into < ends : into >= begins || into < ends;
  if (open) return now;
  const today = toLocalDate(now);
  return atTimeOfDay(into < begins ? today : addDays(today, 1), from);
}
