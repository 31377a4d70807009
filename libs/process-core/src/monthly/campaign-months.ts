import type { Campaign } from '@bihuan/contracts';
import type { LocalDate } from '../calendar/local-date.ts';
import { firstDayOf, lastDayOf, type LocalMonth, monthsBetween, shiftMonth } from './months.ts';

type Term = Pick<Campaign, 'startsOn' | 'endsOn'>;

/**
 * The month of a campaign's first edition. A campaign that begins within a month has that broken month counted in the
 * next one: 25 April – 31 May is one edition. A campaign shorter than that has the month in which it ends.
 */
export function firstMonthOf({ startsOn, endsOn }: Term): LocalMonth {
  const begun = startsOn.slice(0, 7);
  const whole = startsOn === firstDayOf(begun) ? begun : shiftMonth(begun, 1);
  const ends = endsOn.slice(0, 7);
  return whole < ends ? whole : ends;
}

/** Rectification takes a year at most; acceptance and sign-off come after it. */
const MONTHS_AFTER = 13;

/** Months for which a campaign has an edition and an assessment: until what was found on its last day can be struck off. */
export function monthsOf(campaign: Term): LocalMonth[] {
  return monthsBetween(firstMonthOf(campaign), shiftMonth(campaign.endsOn.slice(0, 7), MONTHS_AFTER));
}

/** Days whose facts an edition holds, both included; what comes later for an earlier day is in it too, marked late. */
export function windowOf(campaign: Term, month: LocalMonth): { from: LocalDate; to: LocalDate } {
  const from = month === firstMonthOf(campaign) ? campaign.startsOn : firstDayOf(month);
  return { from, to: lastDayOf(month) };
}
