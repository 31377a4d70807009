import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { endOfMonth } from '@bihuan/process-core';
import { DataSource } from 'typeorm';
import { CityAssessmentRow } from './city-assessment.entity.ts';
import { figureColumns, FIGURES } from './figures-sql.ts';
import { FigureRevisionRow } from './figure-revision.entity.ts';

/** A city as it is listed. */
export interface ListedCity {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A hazard whose month is assessed. */
export interface HazardOfMonth {
  readonly hazardNo: string;
  /** Its strike-off counts in this month. */
  readonly struckOff: boolean;
}

const columns = ['city_code', 'name_zh', 'name_en', ...Object.values(figureColumns), 'rank'].join(', ');
const pairs = Object.entries(figureColumns).map(
  ([figure, column]) => `('${figure}', was.${column}::numeric, recount.${column}::numeric)`,
);

/** The figures of months, counted by the database in one statement each. */
@Injectable()
export class CityAssessments {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts and ranks the cities as of the end of the month. @returns how many */
  async count(work: Work, month: CampaignMonth, cities: readonly ListedCity[]): Promise<number> {
    const counted = await work.tx.query<unknown[]>(
      `INSERT INTO city_assessment (campaign_code, month, ${columns})
       SELECT $1, $2, ${columns} FROM (${FIGURES}) AS figures RETURNING 1`,
      parameters(month, cities),
    );
    return counted.length;
  }

  /** Counts the month before anew and keeps, beside this month, which of its published figures come out differently now. */
  async noteRevisions(
    work: Work,
    { campaignCode, month }: CampaignMonth,
    before: string,
    cities: readonly ListedCity[],
  ): Promise<void> {
    await work.tx.query(
      `INSERT INTO figure_revision (campaign_code, month, city_code, figure, of_month, published, recounted)
       SELECT $1, $5, city_code, figure, $2, published, recounted
       FROM (${FIGURES}) AS recount
         JOIN city_assessment AS was USING (city_code)
         CROSS JOIN LATERAL (VALUES ${pairs.join(', ')}) AS each(figure, published, recounted)
       WHERE was.campaign_code = $1 AND was.month = $2 AND published IS DISTINCT FROM recounted`,
      [...parameters({ campaignCode, month: before }, cities), month],
    );
  }

  /** Hazards found or struck off in the month, by number, after a given one. */
  hazardsOf(
    work: Work,
    { campaignCode, month }: CampaignMonth,
    after: string,
    limit: number,
  ): Promise<HazardOfMonth[]> {
    return work.tx.query(
      `SELECT hazard_no AS "hazardNo", struck_off_month IS NOT DISTINCT FROM $2 AS "struckOff"
       FROM hazard_measure
       WHERE campaign_code = $1 AND (found_month = $2 OR struck_off_month = $2) AND hazard_no > $3
       ORDER BY hazard_no LIMIT $4`,
      [campaignCode, month, after, limit],
    );
  }

  /** In the order of ranks, then of codes; those without a rank last. */
  listOf({ campaignCode, month }: CampaignMonth): Promise<CityAssessmentRow[]> {
    return this.dataSource.manager.find(CityAssessmentRow, {
      where: { campaignCode, month },
      order: { rank: { direction: 'ASC', nulls: 'LAST' }, cityCode: 'ASC' },
    });
  }

  revisionsIn({ campaignCode, month }: CampaignMonth): Promise<FigureRevisionRow[]> {
    return this.dataSource.manager.find(FigureRevisionRow, {
      where: { campaignCode, month },
      order: { cityCode: 'ASC', figure: 'ASC' },
    });
  }
}

function parameters({ campaignCode, month }: CampaignMonth, cities: readonly ListedCity[]): unknown[] {
  return [campaignCode, month, endOfMonth(month), JSON.stringify(cities)];
}
