import { Injectable } from '@nestjs/common';
import type { AssessedMonth, CampaignMonth, MonthCut } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { firstMonthOf, lastDayOf, monthsBetween, shiftMonth, toLocalDate } from '@bihuan/process-core';
import { CityAssessments, type ListedCity } from '../persistence/city-assessments.repository.ts';
import { Months } from '../persistence/months.repository.ts';
import { keyOfMonth, requireEndedMonth } from './ended-month.ts';

/**
 * 月度考核: counts and ranks the cities over the cut of the month's published edition, once. What was heard of the
 * editions' hazards must be that cut, by number and digest, so that the figures of both agree.
 */
@Injectable()
export class AssessMonth {
  constructor(
    private readonly months: Months,
    private readonly cities: CityAssessments,
    private readonly reference: ReferenceBook,
  ) {}

  /**
   * @throws DomainError `assessment.earlierMonthOpen`, `assessment.editionAwaited`, `assessment.factsBehind`, to be tried again; `campaign.unknown`,
   *   `month.outsideCampaign`, `month.notEnded`, for good
   */
  async execute(work: Work, month: CampaignMonth): Promise<AssessedMonth> {
    requireEndedMonth(this.reference, month, work.now);
    const row = await this.months.lockOrOpen(work, month);
    if (!row.assessedAt) await this.requireEarlier(work, month);
    const cut = await this.requireCut(work, month);
    if (!row.assessedAt) await this.count(work, month, cut);
    const assessedAt = (row.assessedAt ?? work.now).toISOString();
    return { ...month, found: cut.found, struckOff: cut.struckOff, assessedAt };
  }

  private async count(work: Work, month: CampaignMonth, cut: MonthCut): Promise<void> {
    const heard = await this.months.heardOf(work, month);
    if (!same(heard, cut)) throw factsBehind(month, heard, cut);
    const counted = await this.cities.count(work, month, this.citiesOn(lastDayOf(month.month)));
    const before = await this.months.assessedBefore(month, work.tx);
    if (before !== null)
      await this.cities.noteRevisions(work, month, before, this.citiesOn(lastDayOf(before)));
    await this.months.change(work, month, { assessedAt: work.now });
    work.record({
      action: 'assessment.counted',
      subject: keyOfMonth(month),
      before: null,
      after: { ...heard, cities: counted, comparedWith: before },
    });
  }

  /** Totals and rates count the months before as well: those come first, and stay as they are. */
  private async requireEarlier(work: Work, { campaignCode, month }: CampaignMonth): Promise<void> {
    const campaign = this.reference.requireCampaign(campaignCode, toLocalDate(work.now));
    const assessed = await this.months.assessedMonths(work, campaignCode);
    const open = monthsBetween(firstMonthOf(campaign), shiftMonth(month, -1)).find((m) => !assessed.has(m));
    if (open !== undefined) throw new DomainError('assessment.earlierMonthOpen', { params: { month: open } });
  }

  private async requireCut(work: Work, month: CampaignMonth): Promise<MonthCut> {
    const cut = await this.months.cutOf(work, month);
    if (!cut) throw new DomainError('assessment.editionAwaited', { params: { month: month.month } });
    const { found, struckOff, digest } = cut;
    return { found, struckOff, digest };
  }

  /** Every city of the province stands in the list, also one that reports nothing. */
  private citiesOn(day: string): ListedCity[] {
    return this.reference
      .places(day)
      .filter(({ level }) => level === 'city')
      .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  }
}

function same(heard: MonthCut, cut: MonthCut): boolean {
  return heard.found === cut.found && heard.struckOff === cut.struckOff && heard.digest === cut.digest;
}

function factsBehind({ month }: CampaignMonth, heard: MonthCut, cut: MonthCut): DomainError {
  const { found, struckOff } = heard;
  const params = { month, found, foundOf: cut.found, struckOff, struckOffOf: cut.struckOff };
  return new DomainError('assessment.factsBehind', { params });
}
