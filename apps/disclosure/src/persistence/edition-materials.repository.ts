import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import {
  emptyMaterial,
  evolveMaterial,
  handoverOrgs,
  type MaterialEvent,
  type MaterialFacts,
  materialOf,
} from '../domain/material.ts';

/** A hazard's facts before and after something was folded in. */
export interface Folded {
  readonly hazardNo: string;
  readonly before: MaterialFacts;
  readonly after: MaterialFacts;
}

/** Columns that follow from the facts, with their SQL types. */
const columns = {
  facts: 'jsonb',
  campaign_code: 'text',
  city_code: 'text',
  place_code: 'text',
  field_code: 'text',
  credit_code: 'text',
  orgs: 'text[]',
  public_fields: 'jsonb',
  state: 'text',
  overdue: 'boolean',
  registered_at: 'timestamptz',
  struck_off_at: 'timestamptz',
  withdrawn_at: 'timestamptz',
} as const;
type Columns = Readonly<Record<keyof typeof columns, unknown>>;

const names = Object.keys(columns);
const ROWS = `jsonb_to_recordset($1::jsonb) AS told(hazard_no text, ${Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')})`;
const INSERT = `INSERT INTO edition_material (hazard_no, ${names.join(', ')})
  SELECT hazard_no, ${names.join(', ')} FROM ${ROWS} ORDER BY hazard_no ON CONFLICT DO NOTHING`;
const UPDATE = `UPDATE edition_material AS row SET ${names.map((name) => `${name} = told.${name}`).join(', ')}
  FROM ${ROWS} WHERE row.hazard_no = told.hazard_no`;

/** The material of coming editions. */
@Injectable()
export class EditionMaterials {
  /**
   * Folds facts into the rows of their hazards, all at once. Rows are locked in the order of their numbers, so that
   * facts of several topics neither overwrite each other nor wait in a circle.
   */
  async foldAll(work: Work, events: readonly MaterialEvent[]): Promise<Folded[]> {
    const byHazard = Map.groupBy(events, ({ data }) => data.hazardNo);
    const known = await this.lockAll(work, [...byHazard.keys()].sort());
    const folded = known.map(({ hazardNo, facts: before }) => {
      const after = (byHazard.get(hazardNo) ?? []).reduce(evolveMaterial, before);
      return { hazardNo, before, after };
    });
    const rows = folded.map(({ hazardNo, after }) => ({ hazard_no: hazardNo, ...columnsOf(after) }));
    if (rows.length > 0) await work.tx.query(UPDATE, [JSON.stringify(rows)]);
    return folded;
  }

  /** What is known of a hazard, held until the transaction ends. */
  async lock(work: Work, hazardNo: string): Promise<MaterialFacts> {
    const [row] = await this.lockAll(work, [hazardNo]);
    if (!row) throw new Error(`material of ${hazardNo} vanished`);
    return row.facts;
  }

  private async lockAll(
    work: Work,
    hazardNos: readonly string[],
  ): Promise<{ hazardNo: string; facts: MaterialFacts }[]> {
    if (hazardNos.length === 0) return [];
    const missing = hazardNos.map((hazardNo) => ({
      hazard_no: hazardNo,
      ...columnsOf(emptyMaterial(hazardNo)),
    }));
    await work.tx.query(INSERT, [JSON.stringify(missing)]);
    return work.tx.query<{ hazardNo: string; facts: MaterialFacts }[]>(
      `SELECT hazard_no AS "hazardNo", facts FROM edition_material WHERE hazard_no = ANY($1)
       ORDER BY hazard_no FOR UPDATE`,
      [hazardNos],
    );
  }
}

function columnsOf(facts: MaterialFacts): Columns {
  const { grouping, publicFields, concern, ...stands } = materialOf(facts);
  return {
    facts,
    campaign_code: grouping?.campaignCode ?? null,
    city_code: grouping?.cityCode ?? null,
    place_code: concern?.placeCode ?? null,
    field_code: grouping?.fieldCode ?? null,
    credit_code: concern?.creditCode ?? null,
    orgs: [...new Set([...(concern?.orgs ?? []), ...handoverOrgs(facts)])],
    public_fields: publicFields,
    state: stands.state,
    overdue: stands.overdue,
    registered_at: stands.registeredAt,
    struck_off_at: stands.struckOffAt,
    withdrawn_at: stands.withdrawnAt,
  };
}
