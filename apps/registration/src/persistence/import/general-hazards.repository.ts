import { Injectable } from '@nestjs/common';
import type { GeneralHazardFigures, LedgerKind, Scope } from '@bihuan/contracts';
import { scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { GeneralHazard } from './general-hazard.entity.ts';
import { GeneralHazardCount } from './general-hazard-count.entity.ts';
import type { HazardImport } from './hazard-import.entity.ts';
import { fingerprintSql } from './ledger-matches.ts';

type Cities = GeneralHazardFigures['cities'];

/** What is there already was taken out, and one process alone imports: looking for conflicts again would cost half as much again. */
const put: Readonly<Record<Exclude<LedgerKind, 'major'>, string>> = {
  general: `
    INSERT INTO general_hazard (campaign_code, org_code, import_id, row_no, unit_name, credit_code, place_code,
      city_code, field_code, found_on, description, fixed_on, fingerprint)
    SELECT $1, $2, $3, s.row_no, s.unit_name, s.credit_code, s.place_code, s.city_code, s.field_code, s.found_on,
      s.description, s.fixed_on, ${fingerprintSql('s')} FROM import_general_row s`,
  generalCounts: `
    INSERT INTO general_hazard_count (campaign_code, org_code, import_id, month, unit, place_code, field_code,
      city_code, unit_name, found, fixed)
    SELECT $1, $2, $3, s.month, coalesce(s.credit_code, s.unit_name), s.place_code, s.field_code, s.city_code,
      s.unit_name, s.found, s.fixed FROM import_count_row s`,
};

const scopeColumns = {
  city: 'g.city_code',
  county: 'g.place_code',
  field: 'g.field_code',
  org: 'g.org_code',
};

/** General hazards, one a row and counted. */
@Injectable()
export class GeneralHazards {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts everything that is staged into the ledger by one statement. @returns how many rows that are */
  async putStaged(work: Work, { id, ledger, campaignCode, orgCode }: HazardImport): Promise<number> {
    if (ledger === 'major') throw new RangeError('Major hazards need numbers');
    await work.tx.query(`SET LOCAL statement_timeout = 0`);
    const outcome = (await work.tx.queryRunner?.query(put[ledger], [campaignCode, orgCode, id], true)) as
      { affected?: number } | undefined;
    return outcome?.affected ?? 0;
  }

  /** What the scope may see of a month, by city. @param month `YYYY-MM` */
  async figures(scope: Scope, month: string): Promise<Cities> {
    const { sql, params } = scopeWhere(scope, scopeColumns);
    const day = `${month}-01`;
    const rows = this.dataSource
      .getRepository(GeneralHazard)
      .createQueryBuilder('g')
      .select(['g.city_code AS city', 'count(*)::integer AS found', 'count(g.fixed_on)::integer AS fixed'])
      .where(sql, params)
      .andWhere(`g.found_on >= CAST(:day AS date) AND g.found_on < CAST(:day AS date) + interval '1 month'`, {
        day,
      })
      .groupBy('g.city_code');
    const counts = this.dataSource
      .getRepository(GeneralHazardCount)
      .createQueryBuilder('g')
      .select(['g.city_code AS city', 'sum(g.found)::float8 AS found', 'sum(g.fixed)::float8 AS fixed'])
      .where(sql, params)
      .andWhere('g.month = :month', { month })
      .groupBy('g.city_code');
    const parts = await Promise.all([rows.getRawMany<CityFigures>(), counts.getRawMany<CityFigures>()]);
    return added(parts.flat());
  }
}

interface CityFigures {
  readonly city: string;
  readonly found: number;
  readonly fixed: number;
}

function added(figures: readonly CityFigures[]): Cities {
  const byCity = Map.groupBy(figures, ({ city }) => city);
  return [...byCity]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([cityCode, parts]) => ({
      cityCode,
      found: parts.reduce((sum, { found }) => sum + found, 0),
      fixed: parts.reduce((sum, { fixed }) => sum + fixed, 0),
    }));
}
