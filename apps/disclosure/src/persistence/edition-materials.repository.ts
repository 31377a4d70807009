import { Injectable } from '@nestjs/common';
import type { HazardEvent } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { emptyMaterial, evolveMaterial, type MaterialFacts, materialOf } from '../domain/material.ts';

/** The material of coming editions. */
@Injectable()
export class EditionMaterials {
  /** Folds one fact into its hazard's row; the row is locked, so that facts of several topics do not overwrite each other. */
  async fold(work: Work, fact: HazardEvent): Promise<void> {
    const { hazardNo } = fact.data;
    await this.insertIfMissing(work, hazardNo);
    const rows: { facts: MaterialFacts }[] = await work.tx.query(
      `SELECT facts FROM edition_material WHERE hazard_no = $1 FOR UPDATE`,
      [hazardNo],
    );
    const [row] = rows;
    if (!row) throw new Error(`material of ${hazardNo} vanished`);
    await this.store(work, hazardNo, evolveMaterial(row.facts, fact));
  }

  private async insertIfMissing(work: Work, hazardNo: string): Promise<void> {
    const facts = emptyMaterial(hazardNo);
    const { state, overdue } = materialOf(facts);
    await work.tx.query(
      `INSERT INTO edition_material (hazard_no, facts, state, overdue) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [hazardNo, JSON.stringify(facts), state, overdue],
    );
  }

  private async store(work: Work, hazardNo: string, facts: MaterialFacts): Promise<void> {
    const { grouping, publicFields, state, overdue, registeredMonth, struckOffMonth } = materialOf(facts);
    await work.tx.query(
      `UPDATE edition_material SET facts = $2, campaign_code = $3, city_code = $4, field_code = $5,
         public_fields = $6, state = $7, overdue = $8, registered_month = $9, struck_off_month = $10
       WHERE hazard_no = $1`,
      [
        hazardNo,
        JSON.stringify(facts),
        grouping?.campaignCode ?? null,
        grouping?.cityCode ?? null,
        grouping?.fieldCode ?? null,
        publicFields && JSON.stringify(publicFields),
        state,
        overdue,
        registeredMonth,
        struckOffMonth,
      ],
    );
  }
}
