import { Injectable } from '@nestjs/common';
import type { HazardState, Marks, Scope } from '@bihuan/contracts';
import { scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Hazard } from './hazard.entity.ts';
import { HazardStatus } from './hazard-status.entity.ts';
import { type NewHazard, newHazardRow, newHazardTable } from './new-hazard.ts';

/** A ledger row with where it stands. */
export interface HazardWithStatus {
  readonly hazard: Hazard;
  readonly state: HazardState;
  readonly marks: Marks;
  readonly overdue: boolean;
  readonly finished: boolean;
  /** End of rectification as it stands. */
  readonly rectifyDue: Date;
}

/** Whom a row of the ledger concerns, where it is `hazard` and its status is `status`. */
export const hazardScopeColumns = {
  city: 'hazard.city_code',
  county: 'hazard.place_code',
  field: 'hazard.field_code',
  unit: 'hazard.credit_code',
  org: 'hazard.registered_org',
  /** Co-departments, those it was handed over to, and the body that is responsible (null for a unit: matches nobody). */
  orgs: `(hazard.co_orgs || coalesce(status.assigned_orgs, ARRAY[]::text[]) || ARRAY[hazard.responsible->>'orgCode'])`,
};

/** The ledger's rows. */
@Injectable()
export class Hazards {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes the hazard when the work commits, in one statement with its facts. */
  insert(work: Work, hazard: NewHazard): void {
    work.insert(newHazardTable, newHazardRow(hazard));
  }

  /** Rows the scope may see, joined with their status; the caller adds filters, order and limit. */
  visible(scope: Scope, manager = this.dataSource.manager): SelectQueryBuilder<Hazard> {
    const { sql, params } = scopeWhere(scope, hazardScopeColumns);
    return this.withStatus(manager).where(sql, params);
  }

  /** One hazard if the scope may see it. @param manager of the transaction that asks, which has its connection */
  async find(
    scope: Scope,
    hazardNo: string,
    manager = this.dataSource.manager,
  ): Promise<HazardWithStatus | null> {
    const [found] = await this.fetch(
      this.visible(scope, manager).andWhere('hazard.hazardNo = :hazardNo', { hazardNo }),
    );
    return found ?? null;
  }

  /** Which of the hazards the scope may see. */
  async visibleOf(scope: Scope, numbers: readonly string[]): Promise<ReadonlySet<string>> {
    if (numbers.length === 0) return new Set();
    const rows = await this.visible(scope)
      .select('hazard.hazardNo', 'no')
      .andWhere('hazard.hazardNo = ANY(:numbers)', { numbers })
      .getRawMany<{ no: string }>();
    return new Set(rows.map(({ no }) => no));
  }

  /** One hazard for the product itself, whoever may see it. */
  async findAny(hazardNo: string): Promise<HazardWithStatus | null> {
    const [found] = await this.fetch(this.withStatus().where('hazard.hazardNo = :hazardNo', { hazardNo }));
    return found ?? null;
  }

  /** The hazard's row for a change of it, held until the transaction ends. */
  lock(work: Work, hazardNo: string): Promise<Hazard> {
    return work.tx.findOneOrFail(Hazard, { where: { hazardNo }, lock: { mode: 'pessimistic_write' } });
  }

  async update(work: Work, hazardNo: string, changes: Partial<Hazard>): Promise<void> {
    await work.tx.update(Hazard, { hazardNo }, changes);
  }

  async fetch(query: SelectQueryBuilder<Hazard>): Promise<HazardWithStatus[]> {
    const { entities, raw } = await query.getRawAndEntities<StatusColumns>();
    return entities.map((hazard, i) => ({ hazard, ...statusOf(hazard, raw[i]) }));
  }

  private withStatus(manager = this.dataSource.manager): SelectQueryBuilder<Hazard> {
    return manager
      .getRepository(Hazard)
      .createQueryBuilder('hazard')
      .leftJoin(HazardStatus, 'status', 'status.hazard_no = hazard.hazard_no')
      .addSelect(['status.state', 'status.marks', 'status.overdue', 'status.finished', 'status.rectifyDue']);
  }
}

interface StatusColumns {
  readonly status_state: HazardState | null;
  readonly status_marks: Marks | null;
  readonly status_overdue: boolean | null;
  readonly status_finished: boolean | null;
  readonly status_rectify_due: Date | null;
}

/** Until its facts have come round through Kafka the row itself says: registered, found, or struck off in the past. */
function statusOf(hazard: Hazard, columns: StatusColumns | undefined): Omit<HazardWithStatus, 'hazard'> {
  const registered = hazard.registeredAt.toISOString();
  const struckOff = Boolean(hazard.history?.struckOffAt);
  return {
    state: struckOff ? 'struckOff' : (columns?.status_state ?? 'registered'),
    marks: { found: { first: registered, last: registered }, ...columns?.status_marks },
    overdue: columns?.status_overdue ?? false,
    finished: struckOff || (columns?.status_finished ?? false),
    rectifyDue: columns?.status_rectify_due ?? hazard.deadline,
  };
}
