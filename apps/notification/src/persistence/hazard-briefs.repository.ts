import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, In } from 'typeorm';
import type { Brief } from '../domain/brief.ts';
import type { FactOfHazard } from '../domain/heard-facts.ts';
import { HazardBrief } from './hazard-brief.entity.ts';
import { WaitingFact } from './waiting-fact.entity.ts';

/** Briefs of the hazards, and the facts that wait until a brief says whom they concern. */
@Injectable()
export class HazardBriefs {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Serialises the facts of each hazard until the transaction ends: they come from several topics at once, and a fact
   * that must wait has to be seen by the one that ends the waiting. Several are locked in the order of their locks.
   */
  async lockHazards(work: Work, hazardNos: readonly string[]): Promise<void> {
    await work.tx.query(
      `SELECT pg_advisory_xact_lock(lock) FROM (
         SELECT DISTINCT hashtextextended('notify/' || no, 0) AS lock FROM unnest($1::text[]) AS no ORDER BY 1) AS locks`,
      [hazardNos],
    );
  }

  async insert(work: Work, brief: Brief): Promise<void> {
    await work.tx.createQueryBuilder().insert().into(HazardBrief).values(brief).orIgnore().execute();
  }

  find(work: Work, hazardNo: string): Promise<Brief | null> {
    return work.tx.findOneBy(HazardBrief, { hazardNo });
  }

  /** By hazard number. @param work to read in its transaction; left out: outside of any */
  async findAll(hazardNos: readonly string[], work?: Work): Promise<Map<string, Brief>> {
    const tx = work?.tx ?? this.dataSource.manager;
    const briefs = await tx.findBy(HazardBrief, { hazardNo: In([...new Set(hazardNos)]) });
    return new Map(briefs.map((brief) => [brief.hazardNo, brief]));
  }

  async update(work: Work, hazardNo: string, changes: Partial<Brief>): Promise<void> {
    if (Object.keys(changes).length > 0) await work.tx.update(HazardBrief, { hazardNo }, changes);
  }

  async keepWaiting(work: Work, fact: FactOfHazard): Promise<void> {
    await work.tx.query(
      `INSERT INTO waiting_fact (event_id, hazard_no, fact) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [fact.id, fact.data.hazardNo, JSON.stringify(fact)],
    );
  }

  /** Takes what waits for the hazard, the earliest event first. */
  async takeWaiting(work: Work, hazardNo: string): Promise<FactOfHazard[]> {
    const waiting = await work.tx.find(WaitingFact, { where: { hazardNo }, order: { eventId: 'ASC' } });
    await work.tx.delete(WaitingFact, { hazardNo });
    return waiting.map(({ fact }) => fact);
  }
}
