import type { Campaign, Policy } from '@bihuan/contracts';
import { clockRuleOf } from '@bihuan/process-core';
import { referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { endOf, DAY, type Minute } from './plain-calendar.fixture.ts';
import type { PlainLadder } from './plain-clock.fixture.ts';
import type { PlainBase } from './plain-due.fixture.ts';

/** Clocks of one hazard, one of each way of counting: working days, days, and a date that was named. */
export const clockKinds = ['plan', 'progress', 'rectify'] as const;
export type ScriptedKind = (typeof clockKinds)[number];
export type PolicyVersion = 1 | 2;

/** What a clock is counted by, and its ladder, as the plain clocks know it. */
export interface PlainRule {
  readonly base: PlainBase;
  readonly ladder: PlainLadder;
}

/** The named date is the end of the tenth day. */
export const namedDue = (start: Minute): Minute => endOf(Math.floor(start / DAY) + 10);

/**
 * As the policies have it: the second gives longer for the plan, and the same days for progress with another ladder; a
 * date that was named follows from neither.
 */
export function plainRule(version: PolicyVersion, kind: ScriptedKind, start: Minute): PlainRule {
  const first = { leader: 3, interview: 7 };
  const second = { leader: 1, interview: 5 };
  const rules: Readonly<Record<ScriptedKind, Readonly<Record<PolicyVersion, PlainRule>>>> = {
    plan: {
      1: { base: { workingDays: 3 }, ladder: { reminder: { minutes: 240 }, ...first } },
      2: { base: { workingDays: 5 }, ladder: { reminder: { minutes: 240 }, ...second } },
    },
    progress: {
      1: { base: { days: 10 }, ladder: { reminder: { workingDays: 3 }, ...first } },
      2: { base: { days: 10 }, ladder: { reminder: { workingDays: 2 }, ...second } },
    },
    rectify: {
      1: { base: { named: namedDue(start) }, ladder: { reminder: { workingDays: 3 }, ...first } },
      2: { base: { named: namedDue(start) }, ladder: { reminder: { workingDays: 2 }, ...second } },
    },
  };
  return rules[kind][version];
}

const secondLadder = [
  { rung: 'overdue' },
  { rung: 'leader', after: { workingDays: 1 } },
  { rung: 'interview', after: { workingDays: 5 } },
] as const;
const longer = [{ rung: 'reminder', before: { workingDays: 2 } }, ...secondLadder] as const;

const secondPolicy: Policy = {
  ...testPolicy,
  version: 2,
  clocks: {
    ...testPolicy.clocks,
    plan: {
      ...{ ...clockRuleOf(testPolicy, 'plan'), period: { workingDays: 5 } },
      ladder: [{ rung: 'reminder', before: { hours: 4 } }, ...secondLadder],
    },
    progress: { ...clockRuleOf(testPolicy, 'progress'), ladder: [...longer] },
    rectify: { ...clockRuleOf(testPolicy, 'rectify'), ladder: [...longer] },
  },
};

/** The same as the product is told. */
export const scriptedPolicy: Readonly<Record<PolicyVersion, Policy>> = { 1: testPolicy, 2: secondPolicy };

/** The campaign of the small province, with both. */
export function scriptedCampaign() {
  const campaign = smallProvince().find(({ kind }) => kind === 'campaign')?.body as Campaign;
  return referenceItem('campaign', campaign.code, { ...campaign, policies: [testPolicy, secondPolicy] });
}
