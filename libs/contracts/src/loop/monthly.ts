import type { ObligationClockFact } from '../events/catalog.ts';

/** Workflow types of what is done once a month, and of a clock without a hazard. */
export const monthlyTypes = { disclosure: 'monthlyDisclosure', assessment: 'monthlyAssessment' } as const;
export type MonthlyKind = keyof typeof monthlyTypes;
export const obligationType = 'obligation';

/** A month (`YYYY-MM`, Asia/Shanghai) of a campaign. */
export interface CampaignMonth {
  readonly campaignCode: string;
  readonly month: string;
}

/** Input of a monthly workflow. A schedule leaves the month out: it is the one before the scheduled business time. */
export interface MonthlyInput {
  readonly campaignCode: string;
  readonly month?: string;
  /** Business time minus system time of this deployment, milliseconds. */
  readonly businessOffsetMs: number;
}

/** Id of the one workflow of a month. */
export function monthlyIdOf(kind: MonthlyKind, { campaignCode, month }: CampaignMonth): string {
  return `monthly-${kind}-${campaignCode}-${month}`;
}

/** Id of the schedule that asks for the months of a campaign one after the other; its runs have the time appended. */
export function scheduleIdOf(kind: MonthlyKind, campaignCode: string): string {
  return `monthly-${kind}-${campaignCode}`;
}

/** Input of the workflow of a clock without a hazard. */
export interface ObligationInput {
  readonly clockId: string;
  /** Business time minus system time of this deployment, milliseconds. */
  readonly businessOffsetMs: number;
}

export function obligationIdOf(clockId: string): string {
  return `obligation-${clockId}`;
}

/** Signal `facts` of an obligation: facts of its one clock, in any order, each at least once. */
export type ObligationSignalArgs = [facts: readonly ObligationClockFact[]];
