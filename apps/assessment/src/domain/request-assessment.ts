import { Injectable } from '@nestjs/common';
import type { CampaignMonth, MonthOfAssessment } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { Months } from '../persistence/months.repository.ts';
import { monthReply } from './assessment-state.ts';
import { requireAssessor } from './authority.ts';
import { keyOfMonth, requireEndedMonth } from './ended-month.ts';

/** 发起考核: the month's workflow is started by the fact. Asked again it starts again what failed, and nothing else. */
@Injectable()
export class RequestAssessment {
  constructor(
    private readonly months: Months,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws auth.notAllowed, campaign.unknown, month.outsideCampaign, month.notEnded */
  async execute(
    work: Work,
    caller: Caller,
    { campaignCode, month }: CampaignMonth,
  ): Promise<MonthOfAssessment> {
    requireAssessor(caller);
    requireEndedMonth(this.reference, { campaignCode, month }, work.now);
    const row = await this.months.lockOrOpen(work, { campaignCode, month });
    const edition = await this.months.cutOf(work, row);
    const key = keyOfMonth(row);
    if (!row.publishedAt) {
      const data = { campaignCode, month, requestedAt: work.now.toISOString() };
      work.emit({ topic: 'assessment', type: 'assessment.requested', key, data });
    }
    work.record({ action: 'assessment.requested', subject: key, before: null, after: { month } });
    const { requestedAt, assessedAt, publishedAt } = row;
    const standing = { month, requestedAt, assessedAt, publishedAt, editionNo: edition?.no ?? null };
    return monthReply(campaignCode, standing, caller.language);
  }
}
