import type { CalendarYear, Campaign, Policy } from '@bihuan/contracts';
import { addDays, policyOn, toLocalDate, WorkingCalendar } from '@bihuan/process-core';
import type pg from 'pg';
import type { Rules } from './terms.ts';

/** What the owner has stored of the reference data. */
export async function storedRules(client: pg.Client, now: Date): Promise<Rules & { year: CalendarYear }> {
  const bodies = async <T>(kind: string): Promise<T[]> => {
    const sql = `SELECT body FROM supervision.reference_item WHERE kind = $1`;
    return (await client.query<{ body: T }>(sql, [kind])).rows.map(({ body }) => body);
  };
  const years = await bodies<CalendarYear>('calendarYear');
  const year = years.find(({ code }) => code === toLocalDate(now).slice(0, 4));
  const campaign = (await bodies<Campaign>('campaign')).find(({ code }) => code === 'SX2023');
  const policy: Policy | undefined = campaign && policyOn(campaign.policies, toLocalDate(now));
  if (!year || !policy) throw new Error('Supervision has no calendar, or no policy, of today');
  return { year, policy, calendar: new WorkingCalendar(years), now };
}

/**
 * The year with one more day off in each of its weeks to come, on Wednesdays: nearly every clock that is not late has a
 * due or a rung that follows from it. No calendar moves more.
 */
export function withDaysOff(year: CalendarYear, now: Date): CalendarYear {
  const daysOff: string[] = [];
  for (let day = addDays(toLocalDate(now), 2); day.startsWith(year.code); day = addDays(day, 7))
    daysOff.push(day);
  return { ...year, holidays: [...new Set([...year.holidays, ...daysOff])] };
}
