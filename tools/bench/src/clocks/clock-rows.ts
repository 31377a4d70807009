import type pg from 'pg';
import type { ClockKind, Period } from '@bihuan/contracts';
import type { PlannedRung } from '@bihuan/process-core';

/** A row of an owner's table of clocks, by its columns. */
export interface StoredClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly hazard_no: string;
  readonly campaign_code: string;
  readonly version: number;
  readonly state: 'open';
  readonly started_at: Date;
  readonly period: Period | null;
  readonly named_due: Date | null;
  readonly day_ends: string;
  readonly due: Date;
  readonly wake_at: Date | null;
  readonly overdue_at: Date | null;
  readonly waits_for_org: string;
  readonly waits_for_name: string;
  readonly rungs: readonly PlannedRung[];
  readonly ladder: number;
  readonly ladder_since: Date;
  readonly policy_version: number;
  readonly calendar_version: number;
  readonly provisional: boolean;
  readonly explanation_zh: string;
  readonly explanation_en: string;
}

/** A pause, its end, or an extension that a clock has behind it. */
export interface StoredChange {
  readonly id: string;
  readonly clock_id: string;
  readonly kind: 'pause' | 'resume' | 'extension';
  readonly at: Date;
  readonly due_before: Date;
  readonly due_after: Date;
  readonly reason: string;
  readonly person: string;
}

/** A rung that a clock has behind it. */
export interface StoredRung {
  readonly clock_id: string;
  readonly ladder: number;
  readonly rung: string;
  readonly taken: boolean;
  readonly decided_at: Date;
}

export interface ClockRows {
  readonly clock: readonly StoredClock[];
  readonly clock_change: readonly StoredChange[];
  readonly clock_rung: readonly StoredRung[];
}

/** Writes clocks as their owner would have left them. */
export async function writeClocks(
  client: pg.Client,
  schema: string,
  rows: Partial<ClockRows>,
): Promise<void> {
  for (const [table, written] of Object.entries(rows)) await writeRows(client, `${schema}.${table}`, written);
}

/** Writes rows of a table, each an object by the names of its columns. */
export async function writeRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
