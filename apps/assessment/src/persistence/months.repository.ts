import { Injectable } from '@nestjs/common';
import type { CampaignMonth, EventData, MonthCut } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { countSql } from '@bihuan/platform/months';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import { EditionCut } from './edition-cut.entity.ts';
import { MonthAssessment } from './month-assessment.entity.ts';

/** How a month stands; `requestedAt` is empty where nobody asked for its assessment, `edition` while there is none. */
export interface MonthStanding {
  readonly month: string;
  readonly requestedAt: Date | null;
  readonly assessedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly editionNo: number | null;
}

const standing = `SELECT month, requested_at AS "requestedAt", assessed_at AS "assessedAt",
    month_assessment.published_at AS "publishedAt", no AS "editionNo"
  FROM month_assessment FULL JOIN edition_cut USING (campaign_code, month) WHERE campaign_code = $1`;

/** Months that are assessed, and the cuts that their editions made. */
@Injectable()
export class Months {
  constructor(private readonly dataSource: DataSource) {}

  /** An edition is published once; heard again it changes nothing. */
  async keepCut(work: Work, { cut, ...edition }: EventData<'edition.published'>): Promise<void> {
    await work.tx
      .createQueryBuilder()
      .insert()
      .into(EditionCut)
      .values({ ...edition, ...cut })
      .orIgnore()
      .execute();
  }

  /** The month's row, made if it is missing and held until the transaction ends. */
  async lockOrOpen(work: Work, { campaignCode, month }: CampaignMonth): Promise<MonthAssessment> {
    await work.tx
      .createQueryBuilder()
      .insert()
      .into(MonthAssessment)
      .values({ campaignCode, month, requestedAt: work.now })
      .orIgnore()
      .execute();
    return work.tx.findOneOrFail(MonthAssessment, {
      where: { campaignCode, month },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(
    work: Work,
    { campaignCode, month }: CampaignMonth,
    changes: Partial<Pick<MonthAssessment, 'assessedAt' | 'toldTo' | 'publishedAt'>>,
  ): Promise<void> {
    await work.tx.update(MonthAssessment, { campaignCode, month }, changes);
  }

  /** The cut that the month's published edition made; null before. */
  cutOf(work: Work, { campaignCode, month }: CampaignMonth): Promise<EditionCut | null> {
    return work.tx.findOneBy(EditionCut, { campaignCode, month });
  }

  /** The same cut as far as its hazards have been heard of: those registered here, by their month in the editions. */
  async heardOf(work: Work, { campaignCode, month }: CampaignMonth): Promise<MonthCut> {
    const [heard] = await work.tx.query<[MonthCut]>(
      `SELECT count(*) FILTER (WHERE fact = 'found')::int AS found,
         count(*) FILTER (WHERE fact = 'struckOff')::int AS "struckOff", ${countSql(`hazard_no || '|' || fact`)}
       FROM (
         SELECT hazard_no, 'found' AS fact FROM hazard_measure WHERE campaign_code = $1 AND found_month = $2
         UNION ALL
         SELECT hazard_no, 'struckOff' FROM hazard_measure WHERE campaign_code = $1 AND struck_off_month = $2
       ) AS line`,
      [campaignCode, month],
    );
    return { found: heard.found, struckOff: heard.struckOff, digest: heard.digest };
  }

  async assessedMonths(work: Work, campaignCode: string): Promise<ReadonlySet<string>> {
    const rows = await work.tx.find(MonthAssessment, {
      select: { month: true },
      where: { campaignCode, assessedAt: Not(IsNull()) },
    });
    return new Set(rows.map(({ month }) => month));
  }

  /** The month assessed last before this one; null where there is none. */
  async assessedBefore(
    { campaignCode, month }: CampaignMonth,
    manager = this.dataSource.manager,
  ): Promise<string | null> {
    const before = await manager.findOne(MonthAssessment, {
      where: { campaignCode, month: LessThan(month), assessedAt: Not(IsNull()) },
      order: { month: 'DESC' },
    });
    return before?.month ?? null;
  }

  /** All months that were asked for or have an edition, the latest first. */
  list(campaignCode: string): Promise<MonthStanding[]> {
    return this.dataSource.query(`${standing} ORDER BY month DESC`, [campaignCode]);
  }

  async find({ campaignCode, month }: CampaignMonth): Promise<MonthStanding | null> {
    const [found] = await this.dataSource.query<MonthStanding[]>(`${standing} AND month = $2`, [
      campaignCode,
      month,
    ]);
    return found ?? null;
  }

  edition({ campaignCode, month }: CampaignMonth): Promise<EditionCut> {
    return this.dataSource.manager.findOneByOrFail(EditionCut, { campaignCode, month });
  }
}
