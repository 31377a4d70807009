import type { CalendarYear, Campaign, Policy } from '@bihuan/contracts';
import { policyOn, toLocalDate, WorkingCalendar } from '@bihuan/process-core';
import type pg from 'pg';

const CAMPAIGN = 'SX2023';

/** What clocks are counted by. */
export interface Rules {
  readonly campaignCode: string;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  /** The year of `now`, as it is stored. */
  readonly year: CalendarYear;
  /** Business time. */
  readonly now: Date;
}

/** The rules that supervision has stored. @param now business time */
export async function storedRules(client: pg.Client, now: Date): Promise<Rules> {
  const bodies = async <T>(kind: string): Promise<T[]> => {
    const sql = `SELECT body FROM supervision.reference_item WHERE kind = $1`;
    return (await client.query<{ body: T }>(sql, [kind])).rows.map(({ body }) => body);
  };
  const today = toLocalDate(now);
  const years = await bodies<CalendarYear>('calendarYear');
  const year = years.find(({ code }) => code === today.slice(0, 4));
  const campaign = (await bodies<Campaign>('campaign')).find(({ code }) => code === CAMPAIGN);
  const policy = campaign && policyOn(campaign.policies, today);
  if (!year || !policy) throw new Error('Supervision has no calendar, or no policy, of today');
  return { campaignCode: CAMPAIGN, policy, calendar: new WorkingCalendar(years), year, now };
}
