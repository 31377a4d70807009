import { campaignOf, type RungName } from '@bihuan/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ClockChangeRow, ClockRow } from '../persistence/index.ts';
import { clockColumnOf, clockColumns } from './clock-record.ts';
import { changeColumnOf } from './clock-terms.ts';
import type { ChangePlan } from './plan-change.ts';
import type { ClockPlan } from './plan-clock.ts';

/** Writes a clock unless its id is taken. @returns the row as it stands, and whether it is new */
export async function insertClock(
  tx: EntityManager,
  plan: ClockPlan,
): Promise<{ row: ClockRow; fresh: boolean }> {
  const [inserted] = await tx.query<ClockRow[]>(
    `INSERT INTO clock SELECT * FROM jsonb_populate_record(NULL::clock, $1)
     ON CONFLICT (id) DO NOTHING RETURNING ${clockColumns}`,
    [columnsOf(plan)],
  );
  if (inserted) return { row: inserted, fresh: true };
  const row = await lockClock(tx, plan.id);
  if (!row) throw new Error(`Clock ${plan.id} was there and is gone`);
  return { row, fresh: false };
}

/** Version of the policy that a hazard's clocks are opened by. @param first version of its first clock here: kept if there is none yet */
export async function hazardVersion(tx: EntityManager, hazardNo: string, first: number): Promise<number> {
  const kept = () =>
    tx.query<{ version: number }[]>(`SELECT version FROM hazard_policy WHERE hazard_no = $1`, [hazardNo]);
  const [before] = await kept();
  if (before) return before.version;
  await tx.query(
    `INSERT INTO hazard_policy (hazard_no, campaign_code, version) VALUES ($1, $2, $3)
     ON CONFLICT (hazard_no) DO NOTHING`,
    [hazardNo, campaignOf(hazardNo), first],
  );
  // Another clock of the hazard may have been the first.
  const [row] = await kept();
  if (!row) throw new Error(`The policy of ${hazardNo} was kept and is gone`);
  return row.version;
}

/** Moves the hazards of a campaign as a whole: clocks opened from now on run by that version, whatever is open. */
export async function moveHazards(tx: EntityManager, campaignCode: string, version: number): Promise<void> {
  await tx.query(`UPDATE hazard_policy SET version = $2 WHERE campaign_code = $1 AND version <> $2`, [
    campaignCode,
    version,
  ]);
}

/** The clock, held until the transaction ends. */
export async function lockClock(tx: EntityManager, id: string): Promise<ClockRow | undefined> {
  const [row] = await tx.query<ClockRow[]>(`SELECT ${clockColumns} FROM clock WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return row;
}

/** Those of the clocks that nobody else holds, by their ids, held until the transaction ends. */
export async function lockFreeClocks(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ClockRow>> {
  const rows = await tx.query<ClockRow[]>(
    `SELECT ${clockColumns} FROM clock WHERE id = ANY($1) FOR UPDATE SKIP LOCKED`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes what decisions left of the ladders; the rows are held already. */
export async function writeDecided(tx: EntityManager, clocks: readonly ClockRow[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.query(
    `UPDATE clock SET version = decided.version, rungs = decided.rungs, wake_at = decided.wake_at,
       overdue_at = decided.overdue_at
     FROM jsonb_populate_recordset(NULL::clock, $1) AS decided WHERE clock.id = decided.id`,
    [`[${clocks.map(columnsOf).join()}]`],
  );
}

/** The rung that a clock took last. @throws Error where it never had one */
export async function lastRung(tx: EntityManager, id: string): Promise<RungName> {
  const [last] = await tx.query<{ rung: RungName }[]>(
    `SELECT rung FROM clock_rung WHERE clock_id = $1 ORDER BY ladder DESC, taken DESC, decided_at DESC LIMIT 1`,
    [id],
  );
  if (!last) throw new Error(`Clock ${id} was opened without a ladder`);
  return last.rung;
}

/** A clock that stood still since before its due is not late, however long that lasted. */
const lateness = `CASE WHEN due <= $3 AND (paused_at IS NULL OR paused_at >= due) THEN due ELSE overdue_at END`;

/** Ends an open clock; one whose due has passed keeps that as a fact beside its end. */
export async function endClock(
  tx: EntityManager,
  id: string,
  state: 'met' | 'cancelled',
  now: Date,
): Promise<ClockRow | undefined> {
  const [[row]] = await tx.query<[ClockRow[], number]>(
    `UPDATE clock SET state = $2, version = version + 1, wake_at = NULL, ended_at = $3,
       paused_at = NULL, overdue_at = ${lateness}
     WHERE id = $1 AND state = 'open' RETURNING ${clockColumns}`,
    [id, state, now],
  );
  return row;
}

/** Ends all open clocks of a hazard, or those of one kind, as `endClock` ends one. */
export async function endClocks(
  tx: EntityManager,
  clocks: { readonly hazardNo: string; readonly kind?: string },
  state: 'met' | 'cancelled',
  now: Date,
): Promise<ClockRow[]> {
  const [rows] = await tx.query<[ClockRow[], number]>(
    `UPDATE clock SET state = $2, version = version + 1, wake_at = NULL, ended_at = $3,
       paused_at = NULL, overdue_at = ${lateness}
     WHERE hazard_no = $1 AND state = 'open' AND ($4::text IS NULL OR kind = $4) RETURNING ${clockColumns}`,
    [clocks.hazardNo, state, now, clocks.kind ?? null],
  );
  return rows;
}

/** What a change writes to a clock. */
const changing = [
  ...(['due', 'wakeAt', 'rungs', 'ladder', 'ladderSince', 'pausedAt', 'overdueAt'] as const),
  ...(['calendarVersion', 'explanationZh', 'explanationEn', 'days', 'provisional'] as const),
] satisfies readonly (keyof ChangePlan)[];
const changingColumns = changing.map((name) => clockColumnOf[name]).join(', ');

/** Writes another due and what is left of the ladder; the row is held already. */
export async function writeChange(tx: EntityManager, id: string, plan: ChangePlan): Promise<ClockRow> {
  const [[row]] = await tx.query<[ClockRow[], number]>(
    `UPDATE clock SET version = version + 1,
       (${changingColumns}) = (SELECT ${changingColumns} FROM jsonb_populate_record(NULL::clock, $2))
     WHERE id = $1 RETURNING ${clockColumns}`,
    [id, columnsOf(plan)],
  );
  if (!row) throw new Error(`Clock ${id} was held and is gone`);
  return row;
}

/** A further row beside a clock: what changed it, why, and who approved it. */
export async function noteChange(tx: EntityManager, change: Omit<ClockChangeRow, 'id'>): Promise<void> {
  const columns = Object.entries(changeColumnOf).map(
    ([name, column]) => [column, change[name as keyof typeof change]] as const,
  );
  await tx.query(`INSERT INTO clock_change SELECT * FROM jsonb_populate_record(NULL::clock_change, $1)`, [
    JSON.stringify({ ...Object.fromEntries(columns), id: uuid() }),
  ]);
}

/** Changes whom an open clock waits for; due and ladder stay. */
export async function redirectClock(
  tx: EntityManager,
  id: string,
  { orgCode, orgName }: { readonly orgCode: string; readonly orgName: string },
): Promise<ClockRow | undefined> {
  const [[row]] = await tx.query<[ClockRow[], number]>(
    `UPDATE clock SET version = version + 1, waits_for_org = $2, waits_for_name = $3
     WHERE id = $1 AND state = 'open' RETURNING ${clockColumns}`,
    [id, orgCode, orgName],
  );
  return row;
}

/** Some of a clock's columns, as JSON. */
function columnsOf(row: Partial<ClockRow>): string {
  const columns = Object.entries(clockColumnOf).map(
    ([name, column]) => [column, row[name as keyof ClockRow]] as const,
  );
  return JSON.stringify(Object.fromEntries(columns));
}
