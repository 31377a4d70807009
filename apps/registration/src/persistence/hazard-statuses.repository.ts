import { Injectable } from '@nestjs/common';
import type { HazardEvent } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import {
  emptyFacts,
  evolve,
  type HazardFacts,
  isFinished,
  isOverdue,
  marksOf,
  stateOf,
} from '@bihuan/process-core';

/** The status view of the ledger. */
@Injectable()
export class HazardStatuses {
  /** Folds one fact into its hazard's row; the row is locked, so that facts of several topics do not overwrite each other. */
  async fold(work: Work, fact: HazardEvent): Promise<void> {
    const hazardNo = fact.data.hazardNo;
    await this.insertIfMissing(work, hazardNo);
    const rows: { facts: HazardFacts }[] = await work.tx.query(
      `SELECT facts FROM hazard_status WHERE hazard_no = $1 FOR UPDATE`,
      [hazardNo],
    );
    const [row] = rows;
    if (!row) throw new Error(`status row of ${hazardNo} vanished`);
    await this.store(work, hazardNo, evolve(row.facts, fact));
  }

  private async insertIfMissing(work: Work, hazardNo: string): Promise<void> {
    const facts = emptyFacts(hazardNo);
    await work.tx.query(
      `INSERT INTO hazard_status (hazard_no, facts, state, marks, overdue, finished, assigned_orgs)
       VALUES ($1, $2, 'registered', '{}', false, false, '{}') ON CONFLICT DO NOTHING`,
      [hazardNo, JSON.stringify(facts)],
    );
  }

  private async store(work: Work, hazardNo: string, facts: HazardFacts): Promise<void> {
    await work.tx.query(
      `UPDATE hazard_status SET facts = $2, state = $3, marks = $4, overdue = $5, finished = $6,
         assigned_orgs = $7 WHERE hazard_no = $1`,
      [
        hazardNo,
        JSON.stringify(facts),
        stateOf(facts),
        JSON.stringify(marksOf(facts)),
        isOverdue(facts),
        isFinished(facts),
        [...new Set(Object.values(facts.handovers).map(({ orgCode }) => orgCode))],
      ],
    );
  }
}
