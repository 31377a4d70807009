import type { Campaign, MonthlyDays, MonthlyKind, Policy } from '@bihuan/contracts';
import type { LocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay } from '../calendar/time-of-day.ts';
import { monthlyDaysOf } from '../policy/default-clocks.ts';
import { policyOn } from '../policy/policy-on.ts';
import { monthsOf } from './campaign-months.ts';
import { firstDayOf, type LocalMonth, shiftMonth } from './months.ts';

/** The campaign's policy in force on a day; before its first the first. */
export function campaignPolicyOn({ policies }: Pick<Campaign, 'policies'>, day: LocalDate): Policy {
  const policy = policyOn(policies, day) ?? policies[0];
  if (!policy) throw new RangeError('A campaign has a policy');
  return policy;
}

const dayOf: Readonly<Record<MonthlyKind, (days: MonthlyDays) => number>> = {
  disclosure: ({ edition }) => edition,
  assessment: ({ assessment }) => assessment,
};

/** On which day of the following month something monthly is made, by the policy in force when that month begins. */
export function monthlyDayOf(
  kind: MonthlyKind,
  campaign: Pick<Campaign, 'policies'>,
  month: LocalMonth,
): { readonly day: LocalDate; readonly at: string; readonly policy: Policy } {
  const next = shiftMonth(month, 1);
  const policy = campaignPolicyOn(campaign, firstDayOf(next));
  const days = monthlyDaysOf(policy);
  return { day: `${next}-${String(dayOf[kind](days)).padStart(2, '0')}`, at: days.at, policy };
}

/** When a campaign's months are due to be made, in business time, one instant a month. */
export function monthlyInstants(kind: MonthlyKind, campaign: Campaign): Date[] {
  return monthsOf(campaign).map((month) => {
    const { day, at } = monthlyDayOf(kind, campaign, month);
    return atTimeOfDay(day, at);
  });
}
