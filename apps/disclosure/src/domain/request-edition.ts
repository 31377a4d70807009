import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { endOfMonth, firstMonthOf, toLocalDate, windowOf } from '@bihuan/process-core';
import type { EditionRow } from '../persistence/edition.entity.ts';
import { Editions } from '../persistence/editions.repository.ts';
import { campaignOffice } from './campaign-office.ts';
import { EditionClocks } from './edition-clocks.ts';

/** Asks for the edition of a month that has ended; each month has one, however often it is asked for. */
@Injectable()
export class RequestEdition {
  constructor(
    private readonly editions: Editions,
    private readonly clocks: EditionClocks,
    private readonly reference: ReferenceBook,
  ) {}

  /**
   * The fact goes out again while the edition is not public, so that a workflow that was ended by hand comes back.
   *
   * @throws campaign.unknown, month.outsideCampaign, month.notEnded, reference.notReady
   */
  async execute(work: Work, { campaignCode, month }: CampaignMonth): Promise<EditionRow> {
    const today = toLocalDate(work.now);
    const campaign = this.reference.requireCampaign(campaignCode, today, '/campaignCode');
    if (month < firstMonthOf(campaign))
      throw new DomainError('month.outsideCampaign', {
        pointer: '/month',
        params: { month, code: campaignCode },
      });
    if (work.now < endOfMonth(month))
      throw new DomainError('month.notEnded', { pointer: '/month', params: { month } });
    const { from, to } = windowOf(campaign, month);
    const { row, fresh } = await this.editions.ask(work, {
      campaignCode,
      month,
      windowFrom: from,
      windowTo: to,
      campaignNameZh: campaign.nameZh,
      campaignNameEn: campaign.nameEn,
      officeName: campaignOffice(this.reference, today).orgName,
      requestedAt: work.now,
      requestedBy: work.actor.person,
      requestedOrg: work.actor.orgCode,
    });
    if (row.announcedAt) return row;
    await this.clocks.open(work, campaign, month);
    const subject = `${campaignCode}.${month}`;
    work.emit({
      topic: 'disclosure',
      type: 'edition.requested',
      key: subject,
      data: { campaignCode, month, requestedAt: row.requestedAt.toISOString() },
    });
    if (fresh) work.record({ action: 'edition.requested', subject, after: { campaignCode, month } });
    return row;
  }
}
