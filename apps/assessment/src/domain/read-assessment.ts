import { Injectable } from '@nestjs/common';
import type { AssessmentReply, CampaignMonth, CityAssessment } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError, type Language } from '@bihuan/platform/errors';
import type { CityAssessmentRow } from '../persistence/city-assessment.entity.ts';
import { CityAssessments } from '../persistence/city-assessments.repository.ts';
import { Months } from '../persistence/months.repository.ts';
import { stateText } from './assessment-state.ts';
import { definitionsIn, notesIn, revisionIn } from './assessment-words.ts';
import { requireDepartment } from './authority.ts';
import { changeOf, figuresOf, numberOf, totalOf } from './city-figures.ts';

/** 考核通报: a month's ranking with what every figure means, and what has changed since the month before. */
@Injectable()
export class ReadAssessment {
  constructor(
    private readonly months: Months,
    private readonly cities: CityAssessments,
  ) {}

  /** @throws auth.notAllowed; assessment.notFound, with how the month stands */
  async execute(caller: Caller, month: CampaignMonth): Promise<AssessmentReply> {
    requireDepartment(caller);
    const { language } = caller;
    const standing = await this.months.find(month);
    if (!standing?.publishedAt || !standing.assessedAt) {
      const state = stateText(standing, language);
      throw new DomainError('assessment.notFound', { params: { month: month.month, state } });
    }
    const { no, publishedAt, found, struckOff, digest } = await this.months.edition(month);
    const rows = await this.cities.listOf(month);
    const comparedWith = await this.months.assessedBefore(month);
    return {
      ...month,
      assessedAt: standing.assessedAt.toISOString(),
      edition: { no, publishedAt: publishedAt.toISOString(), cut: { found, struckOff, digest } },
      cities: await this.compared(month, rows, comparedWith, language),
      total: totalOf(rows.map(figuresOf)),
      comparedWith,
      revisions: await this.revisions(month, rows, language),
      definitions: definitionsIn(language),
      notes: notesIn(language),
    };
  }

  private async compared(
    { campaignCode }: CampaignMonth,
    rows: readonly CityAssessmentRow[],
    comparedWith: string | null,
    language: Language,
  ): Promise<CityAssessment[]> {
    const before =
      comparedWith === null ? [] : await this.cities.listOf({ campaignCode, month: comparedWith });
    const figuresBefore = new Map(before.map((row) => [row.cityCode, figuresOf(row)]));
    return rows.map((row) => {
      const figures = figuresOf(row);
      const then = figuresBefore.get(row.cityCode);
      return {
        cityCode: row.cityCode,
        cityName: nameOf(row, language),
        rank: row.rank,
        figures,
        change: then ? changeOf(figures, then) : null,
      };
    });
  }

  private async revisions(month: CampaignMonth, rows: readonly CityAssessmentRow[], language: Language) {
    const names = new Map(rows.map((row) => [row.cityCode, nameOf(row, language)]));
    const revisions = await this.cities.revisionsIn(month);
    return revisions.map(({ ofMonth, cityCode, figure, published, recounted }) =>
      revisionIn(
        {
          month: ofMonth,
          cityCode,
          cityName: names.get(cityCode) ?? cityCode,
          figure,
          published: numberOf(published),
          now: numberOf(recounted),
        },
        language,
      ),
    );
  }
}

function nameOf({ nameZh, nameEn }: CityAssessmentRow, language: Language): string {
  return language === 'en' ? nameEn : nameZh;
}
