import { type ClockFact, type ClockKind, clockIdOf, type ObligationFact, Rung } from '@bihuan/contracts';
import type { ClockState, PlannedRung } from '@bihuan/process-core';
import { z } from 'zod';
import type { ClockRow } from '../persistence/index.ts';

/** Owners of clocks, as the loop knows them. */
export type ClockOwner = ClockFact['owner'];

/** The columns of the clock table by the names of `ClockRow`. */
export const clockColumnOf = {
  id: 'id',
  kind: 'kind',
  hazardNo: 'hazard_no',
  obligation: 'obligation',
  campaignCode: 'campaign_code',
  version: 'version',
  state: 'state',
  startedAt: 'started_at',
  period: 'period',
  namedDue: 'named_due',
  dayEnds: 'day_ends',
  due: 'due',
  pausedAt: 'paused_at',
  wakeAt: 'wake_at',
  endedAt: 'ended_at',
  overdueAt: 'overdue_at',
  waitsForOrg: 'waits_for_org',
  waitsForName: 'waits_for_name',
  rungs: 'rungs',
  ladder: 'ladder',
  ladderSince: 'ladder_since',
  policyVersion: 'policy_version',
  calendarVersion: 'calendar_version',
  provisional: 'provisional',
  explanationZh: 'explanation_zh',
  explanationEn: 'explanation_en',
  days: 'days',
  remindedAt: 'reminded_at',
  toTell: 'to_tell',
} as const satisfies Readonly<Record<keyof ClockRow, string>>;

/** All of them, to be selected. */
export const clockColumns = Object.entries(clockColumnOf)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');

const StoredRungs = z.array(Rung.extend({ at: z.iso.datetime().transform((at) => new Date(at)) }));

/** What is still ahead of a stored clock, for the rules of process-core. */
export function stateOfClock({ state, due, pausedAt, rungs }: ClockRow): ClockState {
  return { state, due, paused: pausedAt !== null, rungs: StoredRungs.parse(rungs) };
}

/** Rungs as a row keeps them. */
export function storedRungs(rungs: readonly PlannedRung[]) {
  return rungs.map(({ at, ...rung }) => ({ ...rung, at: at.toISOString() }));
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
