import { type ClockFact, type ClockKind, clockIdOf, type ObligationFact, Rung } from '@bihuan/contracts';
import type { ClockState } from '@bihuan/process-core';
import { z } from 'zod';
import type { ClockRow } from '../persistence/index.ts';

/** Owners of clocks, as the loop knows them. */
export type ClockOwner = ClockFact['owner'];

/** Columns of the clock table under the names of `ClockRow`. */
export const clockColumns = `id, kind, hazard_no AS "hazardNo", obligation, campaign_code AS "campaignCode", version, state, started_at AS "startedAt", period, named_due AS "namedDue", day_ends AS "dayEnds", due,
  paused_at AS "pausedAt",
  wake_at AS "wakeAt", ended_at AS "endedAt", overdue_at AS "overdueAt", waits_for_org AS "waitsForOrg",
  waits_for_name AS "waitsForName", rungs, ladder, policy_version AS "policyVersion", calendar_version AS "calendarVersion",
  provisional, explanation_zh AS "explanationZh", explanation_en AS "explanationEn", reminded_at AS "remindedAt",
  to_tell AS "toTell"`;

const StoredRungs = z.array(Rung.extend({ at: z.iso.datetime().transform((at) => new Date(at)) }));

/** What is still ahead of a stored clock, for the rules of process-core. */
export function stateOfClock({ state, due, pausedAt, rungs }: ClockRow): ClockState {
  return { state, due, paused: pausedAt !== null, rungs: StoredRungs.parse(rungs) };
}

/** A stored clock as other services and the loop hear of it. @throws Error for a clock without a hazard */
export function factOfClock(row: ClockRow, owner: ClockOwner): ClockFact {
  if (row.hazardNo === null) throw new Error(`Clock ${row.id} belongs to no hazard`);
  return { ...plainFact(row, owner), hazardNo: row.hazardNo };
}

/** A stored clock without a hazard, as its workflow hears of it. @throws Error for a clock of a hazard */
export function factOfObligation(row: ClockRow, owner: ClockOwner): ObligationFact {
  if (row.obligation === null) throw new Error(`Clock ${row.id} belongs to a hazard`);
  return { ...plainFact(row, owner), ...row.obligation };
}

function plainFact(row: ClockRow, owner: ClockOwner): Omit<ClockFact, 'hazardNo'> {
  return {
    clockId: row.id,
    owner,
    kind: row.kind as ClockKind,
    version: row.version,
    state: row.state,
    due: row.due.toISOString(),
    wakeAt: row.wakeAt?.toISOString() ?? null,
    overdueAt: row.overdueAt?.toISOString() ?? null,
    ...(row.pausedAt && ({ paused: true } as const)),
    waitsFor: { orgCode: row.waitsForOrg, orgName: row.waitsForName },
  };
}

/** Id of an owner's clock over a subject: a hazard number, the id of a handover, a campaign's month. */
export function clockId(owner: ClockOwner, kind: ClockKind, subject: string): string {
  return clockIdOf({ owner, kind, subject });
}
