import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { CityAssessments, type HazardOfMonth } from '../persistence/city-assessments.repository.ts';
import { Months } from '../persistence/months.repository.ts';
import { keyOfMonth } from './ended-month.ts';

const AT_A_TIME = 500;

/**
 * 通报: announces of each hazard found or struck off in a month that its month has been assessed, and in the end that
 * the month has. By parts of 500, each going on from where the last one ended.
 */
@Injectable()
export class TellHazards {
  constructor(
    private readonly months: Months,
    private readonly cities: CityAssessments,
  ) {}

  /** @returns whether a part is left; false too where the month has not been counted or all has been told */
  async execute(work: Work, month: CampaignMonth): Promise<boolean> {
    const { assessedAt, publishedAt, toldTo } = await this.months.lockOrOpen(work, month);
    if (!assessedAt || publishedAt) return false;
    const hazards = await this.cities.hazardsOf(work, month, toldTo ?? '', AT_A_TIME);
    for (const hazard of hazards) this.tell(work, month, hazard, assessedAt);
    const last = hazards.length < AT_A_TIME;
    if (last) this.close(work, month, assessedAt);
    await this.months.change(work, month, {
      toldTo: hazards.at(-1)?.hazardNo ?? toldTo,
      ...(last && { publishedAt: work.now }),
    });
    return !last;
  }

  private tell(
    work: Work,
    { month }: CampaignMonth,
    { hazardNo, struckOff }: HazardOfMonth,
    assessedAt: Date,
  ): void {
    const data = { hazardNo, month, assessedAt: assessedAt.toISOString(), strikeOffAssessed: struckOff };
    work.emit({ topic: 'assessment', type: 'hazard.assessed', key: hazardNo, data });
  }

  private close(work: Work, month: CampaignMonth, assessedAt: Date): void {
    const { campaignCode } = month;
    const [key, at] = [keyOfMonth(month), assessedAt.toISOString()];
    const data = { campaignCode, month: month.month, assessedAt: at };
    work.emit({ topic: 'assessment', type: 'assessment.published', key, data });
    work.record({ action: 'assessment.published', subject: key, before: null, after: data });
  }
}
