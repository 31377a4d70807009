import { Injectable } from '@nestjs/common';
import type { HazardEvent } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { emptyMeasured, evolveMeasured, type MeasuredFacts, measuresOf } from '../domain/measures.ts';

/** What the indicators of coming months are counted from. */
@Injectable()
export class HazardMeasures {
  /** Folds one fact into its hazard's row; the row is locked, so that facts of several topics do not overwrite each other. */
  async fold(work: Work, fact: HazardEvent): Promise<void> {
    const { hazardNo } = fact.data;
    await this.insertIfMissing(work, hazardNo);
    const rows: { facts: MeasuredFacts }[] = await work.tx.query(
      `SELECT facts FROM hazard_measure WHERE hazard_no = $1 FOR UPDATE`,
      [hazardNo],
    );
    const [row] = rows;
    if (!row) throw new Error(`measures of ${hazardNo} vanished`);
    await this.store(work, hazardNo, evolveMeasured(row.facts, fact));
  }

  private async insertIfMissing(work: Work, hazardNo: string): Promise<void> {
    const facts = emptyMeasured(hazardNo);
    const { state, overdue } = measuresOf(facts);
    await work.tx.query(
      `INSERT INTO hazard_measure (hazard_no, facts, state, overdue, handovers, handovers_answered, handovers_late)
       VALUES ($1, $2, $3, $4, 0, 0, 0) ON CONFLICT DO NOTHING`,
      [hazardNo, JSON.stringify(facts), state, overdue],
    );
  }

  private async store(work: Work, hazardNo: string, facts: MeasuredFacts): Promise<void> {
    const measures = measuresOf(facts);
    await work.tx.query(
      `UPDATE hazard_measure SET facts = $2, campaign_code = $3, city_code = $4, field_code = $5, state = $6,
         found_month = $7, struck_off_month = $8, on_time = $9, overdue = $10, handovers = $11,
         handovers_answered = $12, handovers_late = $13
       WHERE hazard_no = $1`,
      [
        hazardNo,
        JSON.stringify(facts),
        measures.grouping?.campaignCode ?? null,
        measures.grouping?.cityCode ?? null,
        measures.grouping?.fieldCode ?? null,
        measures.state,
        measures.foundMonth,
        measures.struckOffMonth,
        measures.onTime,
        measures.overdue,
        measures.handovers,
        measures.handoversAnswered,
        measures.handoversLate,
      ],
    );
  }
}
