/**
 * A calendar date in Asia/Shanghai, `YYYY-MM-DD`. China keeps UTC+8 all year (no summer time since 1991), so dates
 * follow from arithmetic alone: the answer is the same on every machine and in every replay.
 */
export type LocalDate = string;

const dayMs = 86_400_000;
const shanghaiAheadMs = 8 * 3_600_000;

/** The date in Shanghai at an instant. */
export function toLocalDate(instant: Date): LocalDate {
  return new Date(instant.getTime() + shanghaiAheadMs).toISOString().slice(0, 10);
}

/** The month in Shanghai at an instant, `YYYY-MM`. */
export function toLocalMonth(instant: Date): string {
  return toLocalDate(instant).slice(0, 7);
}

/** 00:00 in Shanghai on that date. @throws RangeError if there is no such date. */
export function startOfDay(date: LocalDate): Date {
  return new Date(utcMidnight(date) - shanghaiAheadMs);
}

/** @param n days, may be negative. @throws RangeError if there is no such date. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return toDate(utcMidnight(date) + n * dayMs);
}

/** The same day of another month, or that month's last day where it is shorter. @param n months, may be negative. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const from = new Date(utcMidnight(date));
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n + 1, 0));
  lastDay.setUTCDate(Math.min(from.getUTCDate(), lastDay.getUTCDate()));
  return toDate(lastDay.getTime());
}

/** Saturday or Sunday. @throws RangeError if there is no such date. */
export function isWeekend(date: LocalDate): boolean {
  const day = new Date(utcMidnight(date)).getUTCDay();
  return day === 0 || day === 6;
}

function utcMidnight(date: LocalDate): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || toDate(at) !== date) throw new RangeError(`no such date: ${date}`);
  return at;
}

function toDate(utcMs: number): LocalDate {
  return new Date(utcMs).toISOString().slice(0, 10);
}
