import { Injectable } from '@nestjs/common';
import type { HazardEvent } from '@bihuan/contracts';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import { HazardSight, type Work } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { emptyMeasured, evolveMeasured, type MeasuredFacts, measuresOf } from '../domain/measures.ts';
import { HazardMeasure } from './hazard-measure.entity.ts';

const scopeColumns = {
  city: 'measure.city_code',
  county: 'measure.place_code',
  field: 'measure.field_code',
  unit: 'measure.credit_code',
  orgs: 'measure.orgs',
};

/** What the indicators are counted from. */
@Injectable()
export class HazardMeasures extends HazardSight {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Whether the hazard lies in a place or field of the caller, or concerns an organisation of the caller's. */
  override sees(caller: Caller, hazardNo: string): Promise<boolean> {
    const { sql, params } = scopeWhere(caller.scope, scopeColumns);
    return this.dataSource
      .createQueryBuilder(HazardMeasure, 'measure')
      .where('measure.hazard_no = :hazardNo AND measure.campaign_code IS NOT NULL', { hazardNo })
      .andWhere(sql, params)
      .getExists();
  }

  /**
   * Folds facts into their hazards' rows. All rows are locked first, in the order of their numbers, so that facts of
   * several topics neither overwrite each other nor wait for each other in a ring.
   */
  async foldAll(work: Work, events: readonly HazardEvent[]): Promise<void> {
    const byHazard = Map.groupBy(events, ({ data }) => data.hazardNo);
    const before = await this.lock(work, [...byHazard.keys()]);
    const folded = before.map(({ hazardNo, facts }) => ({
      hazardNo,
      facts: (byHazard.get(hazardNo) ?? []).reduce(evolveMeasured, facts),
    }));
    await work.tx.query(STORE, [JSON.stringify(folded.map(rowOf))]);
  }

  private async lock(
    work: Work,
    hazardNos: readonly string[],
  ): Promise<{ hazardNo: string; facts: MeasuredFacts }[]> {
    const missing = hazardNos.map((hazardNo) => {
      const facts = emptyMeasured(hazardNo);
      return { no: hazardNo, facts, state: measuresOf(facts).state };
    });
    await work.tx.query(
      `INSERT INTO hazard_measure (hazard_no, facts, state)
       SELECT no, facts, state FROM jsonb_to_recordset($1::jsonb) AS missing(no text, facts jsonb, state text)
       ORDER BY no ON CONFLICT DO NOTHING`,
      [JSON.stringify(missing)],
    );
    return work.tx.query(
      `SELECT hazard_no AS "hazardNo", facts FROM hazard_measure WHERE hazard_no = ANY($1)
       ORDER BY hazard_no FOR UPDATE`,
      [hazardNos],
    );
  }
}

function rowOf({ hazardNo, facts }: { hazardNo: string; facts: MeasuredFacts }) {
  return { hazardNo, facts, ...measuresOf(facts) };
}

/** Hazards, rounds and handovers of a batch in one statement; rounds and handovers never disappear. */
const STORE = `
  WITH folded AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS folded(
      "hazardNo" text, facts jsonb, "campaignCode" text, "cityCode" text, "fieldCode" text, "placeCode" text,
      "creditCode" text, orgs text[], state text,
      "registeredAt" timestamptz, "foundMonth" text, "struckOffMonth" text, "struckOffAt" timestamptz,
      "withdrawnAt" timestamptz, rounds jsonb, handovers jsonb)
  ), hazards AS (
    UPDATE hazard_measure SET facts = folded.facts, campaign_code = folded."campaignCode",
      city_code = folded."cityCode", field_code = folded."fieldCode", place_code = folded."placeCode",
      credit_code = folded."creditCode", orgs = folded.orgs, state = folded.state,
      registered_at = folded."registeredAt", found_month = folded."foundMonth",
      struck_off_month = folded."struckOffMonth", struck_off_at = folded."struckOffAt",
      withdrawn_at = folded."withdrawnAt"
    FROM folded WHERE hazard_no = folded."hazardNo"
  ), rounds AS (
    INSERT INTO measured_round (hazard_no, round, begun_at, deadline, moves, completed_at, on_time)
    SELECT "hazardNo", round, "begunAt", deadline, moves, "completedAt", "onTime" FROM folded,
      jsonb_to_recordset(folded.rounds) AS each(
        round int, "begunAt" timestamptz, deadline timestamptz, moves jsonb, "completedAt" timestamptz,
        "onTime" boolean)
    ON CONFLICT (hazard_no, round) DO UPDATE SET begun_at = excluded.begun_at, deadline = excluded.deadline,
      moves = excluded.moves, completed_at = excluded.completed_at, on_time = excluded.on_time
  )
  INSERT INTO measured_handover
    (id, hazard_no, track, org_code, dispatched_at, due, answered_at, late, redirected_at)
  SELECT id, "hazardNo", track, "orgCode", "dispatchedAt", due, "answeredAt", late, "redirectedAt" FROM folded,
    jsonb_to_recordset(folded.handovers) AS each(
      id uuid, track text, "orgCode" text, "dispatchedAt" timestamptz, due timestamptz, "answeredAt" timestamptz,
      late boolean, "redirectedAt" timestamptz)
  ON CONFLICT (id) DO UPDATE SET org_code = excluded.org_code, due = excluded.due,
    answered_at = excluded.answered_at, late = excluded.late, redirected_at = excluded.redirected_at`;
