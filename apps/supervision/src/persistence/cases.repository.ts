import { Injectable } from '@nestjs/common';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import { HazardSight, type Work } from '@bihuan/platform/commands';
import { emptyFacts } from '@bihuan/process-core';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Rectifiers } from '../domain/sides.ts';
import { Acceptance } from './acceptance.entity.ts';
import { type CaseRow, HazardCase } from './hazard-case.entity.ts';

/** Columns of a case named `hazard` that say whom it concerns. */
export const caseScopeColumns = {
  city: 'hazard.city_code',
  county: 'hazard.place_code',
  field: 'hazard.field_code',
  unit: 'hazard.credit_code',
  orgs: '(hazard.co_orgs || ARRAY[hazard.territorial_org, hazard.industry_org, hazard.body_org])',
};

/** The cases of supervision. Whoever changes one holds its row locked until the transaction ends. */
@Injectable()
export class Cases extends HazardSight {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** The case of a hazard for a fact about it; a fact that overtook the registration opens it. */
  async lockOrOpen(work: Work, hazardNo: string): Promise<HazardCase> {
    await this.openMissing(work, [hazardNo]);
    return work.tx.findOneOrFail(HazardCase, { where: { hazardNo }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks cases and opens those that are missing, in the order of their numbers, for facts about several of them. */
  async lockAll(work: Work, hazardNos: readonly string[]): Promise<void> {
    await this.openMissing(work, hazardNos);
    await work.tx.query(`SELECT FROM hazard_case WHERE hazard_no = ANY($1) ORDER BY hazard_no FOR UPDATE`, [
      hazardNos,
    ]);
  }

  private async openMissing(work: Work, hazardNos: readonly string[]): Promise<void> {
    const missing = hazardNos.map((hazard_no) => ({ hazard_no, facts: emptyFacts(hazard_no) }));
    await work.tx.query(
      `INSERT INTO hazard_case (hazard_no, facts, state, round, co_orgs, settlements, correction, progress_reports,
         updated_at)
       SELECT hazard_no, facts, 'registered', 1, '{}', '{}', 0, 0, $2
       FROM jsonb_to_recordset($1::jsonb) AS new (hazard_no text, facts jsonb) ORDER BY hazard_no
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(missing), work.now],
    );
  }

  /** A registered hazard in the caller's scope, or one that an organisation of the caller took, shares or must rectify. */
  lockVisible(work: Work, caller: Caller, hazardNo: string): Promise<HazardCase | null> {
    return visible(work.tx, caller, hazardNo).setLock('pessimistic_write').getOne();
  }

  /** Whether the caller may see the case, for its timeline and clocks. */
  override sees(caller: Caller, hazardNo: string): Promise<boolean> {
    return visible(this.dataSource.manager, caller, hazardNo).getExists();
  }

  async store(work: Work, { hazardNo, ...columns }: CaseRow): Promise<void> {
    await work.tx.update(HazardCase, { hazardNo }, columns);
  }

  /** Who reported completion or applied for acceptance here, in any round; who brought a ledger that tells of it did neither. */
  async rectifiers(work: Work, hazardNo: string): Promise<Rectifiers> {
    const rows: { person: string; org: string }[] = await work.tx.query(
      `SELECT reported_by AS person, reported_org AS org FROM completion_report
         WHERE hazard_no = $1 AND brought_by IS NULL
       UNION SELECT applied_by, applied_org FROM acceptance WHERE hazard_no = $1 AND brought_by IS NULL`,
      [hazardNo],
    );
    return {
      persons: new Set(rows.map(({ person }) => person)),
      orgCodes: new Set(rows.map(({ org }) => org)),
    };
  }

  /** Who gave the verdict of a round; null where there is none. */
  async verdictBy(work: Work, hazardNo: string, round: number): Promise<string | null> {
    const acceptance = await work.tx.findOneBy(Acceptance, { hazardNo, round });
    return acceptance?.decidedBy ?? null;
  }
}

function visible(manager: EntityManager, caller: Caller, hazardNo: string): SelectQueryBuilder<HazardCase> {
  const { sql, params } = scopeWhere(caller.scope, caseScopeColumns);
  return manager
    .createQueryBuilder(HazardCase, 'hazard')
    .where('hazard.hazard_no = :hazardNo AND hazard.registered_at IS NOT NULL', { hazardNo })
    .andWhere(sql, params);
}
