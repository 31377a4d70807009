import type { ClockKind, Period, ReprojectionCause } from '@bihuan/contracts';
import type { EntityManager } from 'typeorm';
import type { ClockRow } from '../../persistence/index.ts';
import { clockColumns } from '../clock-record.ts';

/** Open clocks whose dates follow from the same: one computation serves them all, however many they are. */
export interface ClockGroup {
  readonly key: string;
  readonly campaignCode: string;
  readonly kind: ClockKind;
  readonly policyVersion: number;
  readonly dayEnds: string;
  readonly period: Period | null;
  readonly namedDue: Date | null;
  /** The first of its start facts. Where a period counts, all of them lie on the same day, on the same side of its end. */
  readonly startedAt: Date;
}

/** Conditions and parameters that say which clocks a cause looks at. `$1` to `$4` are taken. */
export interface Selection {
  readonly where: string;
  readonly parameters: readonly [string | null, number | null, readonly string[] | null, boolean];
}

/**
 * A calendar moves what is counted in days, and the rungs of every other date; hours and seconds run on whatever the
 * calendar says. A policy moves every clock of its campaign that runs by another version.
 */
export function selectionOf(cause: ReprojectionCause): Selection {
  const where = `c.state = 'open' AND ($1::text IS NULL OR c.campaign_code = $1)
    AND ($2::integer IS NULL OR c.policy_version <> $2) AND ($3::text[] IS NULL OR c.kind = ANY($3))
    AND ($4 OR c.period IS NULL OR NOT c.period ?| ARRAY['hours', 'seconds'])`;
  if (cause.kind === 'calendar')
    return { where, parameters: [cause.campaignCode ?? null, null, null, false] };
  return { where, parameters: [cause.campaignCode, cause.toVersion, cause.kinds ?? null, true] };
}

/** A clock that was paused or extended follows from its own past; so does one counted from the moment it started. */
export const isAlone = `(c.paused_at IS NOT NULL
  OR coalesce(c.period ?| ARRAY['hours', 'seconds'], false)
  OR EXISTS (SELECT 1 FROM clock_change h WHERE h.clock_id = c.id AND h.kind IN ('resume', 'extension')))`;

const startedOn = `(c.started_at AT TIME ZONE 'Asia/Shanghai')`;

/**
 * The group a clock belongs to; a clock on its own has its id for a key. A date that was named follows from no start.
 */
export const groupKey = `CASE WHEN ${isAlone} THEN c.id ELSE concat_ws('|', c.campaign_code, c.kind, c.policy_version,
  c.day_ends, coalesce(extract(epoch FROM c.named_due)::text, concat_ws('|', c.period, ${startedOn}::date,
    ${startedOn}::time >= c.day_ends::time))) END`;

/** The groups of a selection, without the clocks that are on their own. */
export function groupsOf(tx: EntityManager, { where, parameters }: Selection): Promise<ClockGroup[]> {
  return tx.query<ClockGroup[]>(
    `SELECT ${groupKey} AS key, any_value(c.campaign_code) AS "campaignCode", any_value(c.kind) AS kind,
       any_value(c.policy_version) AS "policyVersion", any_value(c.day_ends) AS "dayEnds",
       any_value(c.period) AS period, any_value(c.named_due) AS "namedDue", min(c.started_at) AS "startedAt"
     FROM clock c WHERE ${where} AND NOT ${isAlone} GROUP BY 1`,
    [...parameters],
  );
}

/** The clocks of a selection that are on their own. */
export function aloneOf(tx: EntityManager, { where, parameters }: Selection): Promise<ClockRow[]> {
  return tx.query<ClockRow[]>(`SELECT ${clockColumns} FROM clock c WHERE ${where} AND ${isAlone}`, [
    ...parameters,
  ]);
}
