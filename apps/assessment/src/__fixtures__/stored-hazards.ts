import type { AssessedHazard } from '@bihuan/process-core';
import type { DataSource } from 'typeorm';

/** A hazard of a ledger, in the city in whose figures it counts. */
export interface StoredHazard extends AssessedHazard {
  readonly cityCode: string;
}

/** Puts a ledger into the measures, in place of what is there, past the facts that would have made it. */
export async function storeLedger(dataSource: DataSource, ledger: readonly StoredHazard[]): Promise<void> {
  await dataSource.query(`TRUNCATE hazard_measure, measured_round, measured_handover`);
  const numbered = ledger.map((hazard, n) => ({ no: `hazard-${n}`, ...hazard }));
  await dataSource.query(STORE, [JSON.stringify(numbered)]);
}

const STORE = `
  WITH hazard AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS hazard(
      no text, "cityCode" text, "foundMonth" text, "struckOffMonth" text, "struckOffAt" timestamptz,
      "withdrawnAt" timestamptz, rounds jsonb, handovers jsonb)
  ), measures AS (
    INSERT INTO hazard_measure
      (hazard_no, facts, state, campaign_code, city_code, found_month, struck_off_month, struck_off_at, withdrawn_at)
    SELECT no, '{}', '', 'SX2023', "cityCode", "foundMonth", "struckOffMonth", "struckOffAt", "withdrawnAt" FROM hazard
  ), rounds AS (
    INSERT INTO measured_round (hazard_no, round, begun_at, deadline, moves, completed_at, on_time)
    SELECT no, round, "begunAt", deadline, moves, "completedAt", "onTime" FROM hazard, jsonb_to_recordset(rounds) AS round(
      round int, "begunAt" timestamptz, deadline timestamptz, moves jsonb, "completedAt" timestamptz, "onTime" boolean)
  )
  INSERT INTO measured_handover
    (id, hazard_no, track, org_code, dispatched_at, due, answered_at, late, redirected_at)
  SELECT gen_random_uuid(), no, track, 'org', "dispatchedAt", due, "answeredAt", late, "redirectedAt"
  FROM hazard, jsonb_to_recordset(handovers) AS handover(track text, "dispatchedAt" timestamptz, due timestamptz,
    "answeredAt" timestamptz, late boolean, "redirectedAt" timestamptz)`;
