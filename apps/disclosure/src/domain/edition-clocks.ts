import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignMonth, Obligation } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import {
  type Bilingual,
  dueOfNamedDate,
  endOfMonth,
  localText,
  monthlyDayOf,
  toLocalDate,
} from '@bihuan/process-core';
import { campaignOffice } from './campaign-office.ts';
import { monthWords } from './words.ts';

const KIND = 'monthlyEdition';
const subjectOf = ({ campaignCode, month }: CampaignMonth): string => `${campaignCode}.${month}`;

/** 发布月度公开: end of the month → edition published. It has no hazard: an obligation of the campaign office. */
@Injectable()
export class EditionClocks {
  constructor(
    private readonly book: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /**
   * Opens the clock of a month, once. Whoever takes up a campaign later than a month's due is not reminded of what lies
   * before; what lies ahead of then is climbed as planned.
   */
  async open(work: Work, campaign: Campaign, month: string): Promise<void> {
    const { day, policy } = monthlyDayOf('disclosure', campaign, month);
    const due = dueOfNamedDate(day, policy.dayEnds);
    const of = { campaignCode: campaign.code, month };
    await this.book.openObligation(work, {
      kind: KIND,
      subject: subjectOf(of),
      obligation: obligationOf(campaign, month),
      start: endOfMonth(month),
      namedDue: due,
      explanation: whyThen(month, due),
      waitsFor: campaignOffice(this.reference, toLocalDate(work.now)),
      policy,
      broughtAt: work.now,
    });
  }

  async meet(work: Work, month: CampaignMonth): Promise<void> {
    await this.book.meet(work, { kind: KIND, subject: subjectOf(month) });
  }
}

function obligationOf({ code, nameZh, nameEn }: Campaign, month: string): Obligation {
  const { zh, en } = monthWords(month);
  return {
    subject: { kind: KIND, campaignCode: code, month },
    title: { zh: `发布${zh}信息公开（${nameZh}）`, en: `Publish the edition of ${en} (${nameEn})` },
  };
}

function whyThen(month: string, due: Date): Bilingual {
  const { zh, en } = monthWords(month);
  return {
    zh: `${zh}的信息公开，按政策确定的次月日期，至${localText(due)}（北京时间）止，届时即为逾期；不因节假日顺延。`,
    en: `The edition of ${en}: on the policy's day of the following month, until ${localText(due)} Asia/Shanghai; exactly then is late. Days off do not move it.`,
  };
}
