/** Workflow types of what is done once a month. */
export const monthlyTypes = { disclosure: 'monthlyDisclosure', assessment: 'monthlyAssessment' } as const;
export type MonthlyKind = keyof typeof monthlyTypes;

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
