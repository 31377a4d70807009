import { Injectable } from '@nestjs/common';
import type { CampaignMonth, MonthCount, MonthCut } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { countSql } from '@bihuan/platform/months';
import { DataSource } from 'typeorm';
import type { PreviousIssue } from './edition.entity.ts';
import { EditionItem, type ItemRow } from './edition-item.entity.ts';

/** From when to when a cut reaches. */
export interface CutRange {
  readonly start: Date;
  /** The first instant that does not belong to it. */
  readonly end: Date;
  /** In the campaign's first edition nothing is late. */
  readonly first: boolean;
}

/** What an edition has of a city. */
export interface CityFigures {
  readonly cityCode: string;
  readonly cityName: string;
  readonly found: number;
  /** Of these, handed over to both sides. */
  readonly handedOver: number;
  readonly struckOff: number;
}

const PAGE = 500;
const CUT_LIMIT_MS = 120_000;

/** What is new, and what was struck off, before the end and stands in no edition yet; registered in error stands in none. */
const CUT = `
  INSERT INTO edition_item (campaign_code, month, ordinal, hazard_no, kind, late, city_code, state, overdue,
    registered_at, struck_off_at, public_fields)
  SELECT $1, $2, row_number() OVER (ORDER BY kind, city_code, hazard_no), hazard_no, kind, NOT $5 AND since < $4,
    city_code, state, overdue, registered_at, struck_off_at, public_fields
  FROM (
    SELECT material.*, 'new' AS kind, registered_at AS since FROM edition_material AS material
    WHERE campaign_code = $1 AND registered_at < $3 AND withdrawn_at IS NULL
    UNION ALL
    SELECT material.*, 'struckOff', struck_off_at FROM edition_material AS material
    WHERE campaign_code = $1 AND struck_off_at < $3
  ) AS line
  WHERE NOT EXISTS (SELECT FROM edition_item AS told WHERE told.hazard_no = line.hazard_no AND told.kind = line.kind)`;

/** The lines of editions. */
@Injectable()
export class EditionItems {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets the statements of a work read the whole material through: longer than a request may take. */
  async takeTime(work: Work): Promise<void> {
    await work.tx.query(`SET LOCAL statement_timeout = ${CUT_LIMIT_MS}`);
  }

  /** What has been heard of a source's facts up to the end of a month, counted as the source counts them. */
  async heard(work: Work, fact: 'found' | 'struckOff', campaignCode: string, end: Date): Promise<MonthCount> {
    const column = fact === 'found' ? 'registered_at' : 'struck_off_at';
    const [count] = await work.tx.query<[MonthCount]>(
      `SELECT ${countSql(`hazard_no || '|${fact}'`)} FROM edition_material
       WHERE campaign_code = $1 AND ${column} < $2`,
      [campaignCode, end],
    );
    return count;
  }

  /** Hazards registered before the end whose ledger said that they are struck off, and whose strike-off is still to come. */
  async pastAwaited(work: Work, campaignCode: string, end: Date): Promise<number> {
    const [row] = await work.tx.query<[{ n: number }]>(
      `SELECT count(*)::int AS n FROM edition_material
       WHERE campaign_code = $1 AND registered_at < $2 AND struck_off_at IS NULL AND withdrawn_at IS NULL
         AND (facts->'hazard'->>'closedInHistory')::boolean`,
      [campaignCode, end],
    );
    return row.n;
  }

  /** Writes the lines of a month in one statement. @returns what they come to */
  async cut(work: Work, month: CampaignMonth, { start, end, first }: CutRange): Promise<MonthCut> {
    await work.tx.query(CUT, [month.campaignCode, month.month, end, start, first]);
    const [cut] = await work.tx.query<[MonthCount & Pick<MonthCut, 'found' | 'struckOff'>]>(
      `SELECT ${countSql(`hazard_no || CASE kind WHEN 'new' THEN '|found' ELSE '|struckOff' END`)},
         count(*) FILTER (WHERE kind = 'new')::int AS found,
         count(*) FILTER (WHERE kind = 'struckOff')::int AS "struckOff"
       FROM edition_item WHERE campaign_code = $1 AND month = $2`,
      [month.campaignCode, month.month],
    );
    return { found: cut.found, struckOff: cut.struckOff, digest: cut.digest };
  }

  /** How the new hazards of an issue stand at an instant: how many of them are struck off or withdrawn by then; null where it had none. */
  async issueAt(work: Work, campaignCode: string, no: number, end: Date): Promise<PreviousIssue | null> {
    const [issue] = await work.tx.query<PreviousIssue[]>(
      `SELECT edition.no, edition.month, count(*)::int AS found,
         count(*) FILTER (WHERE material.struck_off_at < $3)::int AS "struckOff",
         count(*) FILTER (WHERE material.struck_off_at IS NULL AND material.withdrawn_at < $3)::int AS withdrawn
       FROM edition
       JOIN edition_item AS item ON item.campaign_code = edition.campaign_code AND item.month = edition.month
         AND item.kind = 'new'
       JOIN edition_material AS material ON material.hazard_no = item.hazard_no
       WHERE edition.campaign_code = $1 AND edition.no = $2 GROUP BY edition.no, edition.month`,
      [campaignCode, no, end],
    );
    return issue ?? null;
  }

  /** Figures by city, in the order of the edition. */
  figures({ campaignCode, month }: CampaignMonth): Promise<CityFigures[]> {
    return this.dataSource.query<CityFigures[]>(
      `SELECT city_code AS "cityCode", min(public_fields->>'cityName') AS "cityName",
         count(*) FILTER (WHERE kind = 'new')::int AS found,
         count(*) FILTER (WHERE kind = 'new' AND state <> 'registered')::int AS "handedOver",
         count(*) FILTER (WHERE kind = 'struckOff')::int AS "struckOff"
       FROM edition_item WHERE campaign_code = $1 AND month = $2 GROUP BY city_code ORDER BY city_code`,
      [campaignCode, month],
    );
  }

  /** The lines in their order, read a page at a time: an edition of any size takes the same memory. */
  async *lines({ campaignCode, month }: CampaignMonth): AsyncGenerator<ItemRow> {
    for (let after = 0; ;) {
      const page = await this.dataSource.manager
        .createQueryBuilder(EditionItem, 'item')
        .where('item.campaignCode = :campaignCode AND item.month = :month', { campaignCode, month })
        .andWhere('item.ordinal > :after', { after })
        .orderBy('item.ordinal')
        .limit(PAGE)
        .getMany();
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.ordinal;
    }
  }

  /** Hazards of an edition by number, each once, and whether it lists the strike-off. */
  hazardsAfter(
    work: Work,
    { campaignCode, month }: CampaignMonth,
    after: string,
    limit: number,
  ): Promise<{ hazardNo: string; struckOff: boolean }[]> {
    return work.tx.query<{ hazardNo: string; struckOff: boolean }[]>(
      `SELECT hazard_no AS "hazardNo", bool_or(kind = 'struckOff') AS "struckOff" FROM edition_item
       WHERE campaign_code = $1 AND month = $2 AND hazard_no > $3
       GROUP BY hazard_no ORDER BY hazard_no LIMIT $4`,
      [campaignCode, month, after, limit],
    );
  }
}
