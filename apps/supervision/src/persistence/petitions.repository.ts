import { Injectable } from '@nestjs/common';
import { clockIdOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ClockRow } from '@bihuan/platform/persistence';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Petition, type PetitionRow } from './petition.entity.ts';

/** The last petition of the page before: when it was filed, and its id. */
export type PetitionPosition = readonly [filedAt: string, id: string];

const clockOf = (kind: 'rectify' | 'extensionDecision', subject: string): string =>
  clockIdOf({ owner: 'supervision', kind, subject });

/** Petitions for another end of rectification. Whoever changes one holds its hazard's case locked. */
@Injectable()
export class Petitions {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where one of the hazard is pending: of two that are filed at once the index takes one */
  async insert(work: Work, petition: PetitionRow): Promise<boolean> {
    const inserted = await work.tx
      .createQueryBuilder()
      .insert()
      .into(Petition)
      .values(petition)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  find(work: Work, hazardNo: string, id: string): Promise<PetitionRow | null> {
    return work.tx.findOneBy(Petition, { hazardNo, id });
  }

  pendingOf(work: Work, hazardNo: string): Promise<Petition | null> {
    return work.tx.findOneBy(Petition, { hazardNo, state: 'pending' });
  }

  /** How many extensions the hazard was granted. */
  countAgreed(work: Work, hazardNo: string): Promise<number> {
    return work.tx.countBy(Petition, { hazardNo, state: 'agreed' });
  }

  async update(work: Work, id: string, changes: Partial<PetitionRow>): Promise<void> {
    await work.tx.update(Petition, { id }, changes);
  }

  /** At most `limit` petitions of the hazard before the position, the latest first. */
  page(hazardNo: string, after: PetitionPosition | undefined, limit: number): Promise<Petition[]> {
    const rows = this.dataSource
      .getRepository(Petition)
      .createQueryBuilder('petition')
      .where('petition.hazardNo = :hazardNo', { hazardNo });
    if (after) rows.andWhere('(petition.filed_at, petition.id) < (:at, :id)', { at: after[0], id: after[1] });
    return rows.orderBy('petition.filedAt', 'DESC').addOrderBy('petition.id', 'DESC').limit(limit).getMany();
  }

  /** The clock of rectification over a subject, with all that has moved its due; held until the transaction ends. */
  rectifyClock(work: Work, subject: string): Promise<ClockRow | null> {
    const where = { id: clockOf('rectify', subject) };
    return work.tx.findOne(ClockRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** The clocks under which petitions must be decided, by the petition's id. */
  async decisionClocks(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, ClockRow>> {
    const petitionOf = new Map(ids.map((id) => [clockOf('extensionDecision', id), id]));
    const clocks = await manager.findBy(ClockRow, { id: In([...petitionOf.keys()]) });
    return new Map(clocks.map((clock) => [petitionOf.get(clock.id) ?? clock.id, clock]));
  }
}
