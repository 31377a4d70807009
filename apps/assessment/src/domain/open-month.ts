import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { Months } from '../persistence/months.repository.ts';
import { requireEndedMonth } from './ended-month.ts';

/** A month that the schedule asks for stands in the list from then on, also while it has to wait. */
@Injectable()
export class OpenMonth {
  constructor(
    private readonly months: Months,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws campaign.unknown, month.outsideCampaign, month.notEnded */
  async execute(work: Work, month: CampaignMonth): Promise<void> {
    requireEndedMonth(this.reference, month, work.now);
    await this.months.lockOrOpen(work, month);
  }
}
