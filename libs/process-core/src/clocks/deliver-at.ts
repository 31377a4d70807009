import type { Policy } from '@bihuan/contracts';
import { addDays, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay, millisecondsInto, timeOfDayMs } from '../calendar/time-of-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

const DAY_MS = 86_400_000;

/**
 * When a notice may be delivered: at once inside the notice hours of a working day (from included, to not), else when
 * they next begin. `00:00`–`24:00` is round the clock, on days off too; hours that begin later than they end reach over
 * midnight and belong to the day on which they began.
 *
 * @param calendar working days; a year that is not stored counts Monday to Friday
 */
export function deliverAt(now: Date, hours: Policy['noticeHours'], calendar: WorkingCalendar): Date {
  const begins = millisecondsInto(hours.from);
  const ends = millisecondsInto(hours.to);
  if (ends - begins === DAY_MS) return now;
  const today = toLocalDate(now);
  const into = timeOfDayMs(now);
  const overMidnight = begins >= ends;
  const openSince = (day: LocalDate, open: boolean) => open && calendar.isWorkingDay(day);
  if (openSince(today, into >= begins && (overMidnight || into < ends))) return now;
  if (openSince(addDays(today, -1), overMidnight && into < ends)) return now;
  return atTimeOfDay(calendar.nextWorkingDay(into < begins ? today : addDays(today, 1)), hours.from);
}
