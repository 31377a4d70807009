import type { CampaignMonth } from './monthly.ts';

/** Codes with which a month's assessment says that it has to wait; the text names what for. */
export const assessmentWaits = [
  'assessment.earlierMonthOpen',
  'assessment.editionAwaited',
  'assessment.factsBehind',
] as const;

export interface AssessmentActivities {
  /**
   * Assesses a month over the cut of its edition and tells every hazard in it, once however often it is asked.
   * Refused with one of `assessmentWaits` until the months before are assessed, the edition is published and all its hazards have been heard of.
   */
  assessMonth(month: CampaignMonth): Promise<AssessedMonth>;
}

/** The cut that was assessed, and when, business time. */
export interface AssessedMonth extends CampaignMonth {
  readonly found: number;
  readonly struckOff: number;
  readonly assessedAt: string;
}
