import { Injectable } from '@nestjs/common';
import type { AssessedMonth, AssessmentActivities, CampaignMonth } from '@bihuan/contracts';
import { activityOrigin } from '@bihuan/platform/temporal';
import { RunMonth } from '../domain/run-month.ts';

/** What the workflow of a month's assessment asks of the assessment service. */
@Injectable()
export class AssessmentActivitiesProvider implements AssessmentActivities {
  static readonly activities = ['assessMonth'] as const;

  constructor(private readonly runMonth: RunMonth) {}

  assessMonth(month: CampaignMonth): Promise<AssessedMonth> {
    return this.runMonth.execute(activityOrigin(), month);
  }
}
