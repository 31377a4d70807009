import { type ClockKind, nthSubject } from '@bihuan/contracts';
import { currentRound } from '@bihuan/process-core';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { rectifyingSince } from './settlements.ts';

/** Whom a clock waits for: who took the track, or the city government of the place. */
export type Side = 'territorial' | 'industry' | 'cityGovernment';

/** A clock that runs, as far as the facts of a case go. */
export interface RunningClock {
  readonly kind: Extract<ClockKind, 'plan' | 'progress' | 'rectify' | 'accept' | 'strikeOff'>;
  readonly subject: string;
  /** Business time of the start fact, however late it was heard. */
  readonly start: Date;
  /** Named by a person; null: the policy's period counts. */
  readonly namedDue: Date | null;
  readonly side: Side;
}

/** What the clocks of a case depend on. */
export type ClockedCase = Pick<
  CaseRow,
  | 'hazardNo'
  | 'facts'
  | 'registeredAt'
  | 'deadline'
  | 'territorialAt'
  | 'industryAt'
  | 'progressReports'
  | 'lastProgressAt'
  | 'broughtAt'
>;

/**
 * The clocks that run where a case stands; none before the hazard is known, none after strike-off or withdrawal. They follow from
 * the facts alone, so that the same clocks run in whatever order the facts were heard.
 * Basis: clocks of supervision in the policy.
 */
export function runningClocks(hazard: ClockedCase): RunningClock[] {
  if (!hazard.registeredAt || hazard.facts.struckOffAt || hazard.facts.withdrawnAt) return [];
  const round = currentRound(hazard.facts);
  return [
    rectify(hazard, round),
    plan(hazard),
    progress(hazard, round),
    accept(hazard, round),
    strikeOff(hazard, round),
  ].filter((clock) => clock !== null);
}

/** Registered, or failed → completion reported; runs whatever the handovers do. The due is a named date. */
function rectify(
  { hazardNo, facts, registeredAt, deadline }: ClockedCase,
  round: number,
): RunningClock | null {
  if (!registeredAt || facts.rounds[round]?.completedAt) return null;
  const start = failedAt(facts, round) ?? registeredAt;
  return {
    kind: 'rectify',
    subject: nthSubject(hazardNo, round),
    start,
    namedDue: deadline,
    side: 'territorial',
  };
}

/** Rectifying → filed, once. */
function plan(hazard: ClockedCase): RunningClock | null {
  const start = rectifyingSince(hazard);
  if (!start || hazard.facts.planFiledAt) return null;
  return { kind: 'plan', subject: hazard.hazardNo, start, namedDue: null, side: 'territorial' };
}

/**
 * Rectifying, failed, last report or the day a ledger brought the hazard, whichever is latest → next report or
 * completion: for the time before nobody asked for reports here. Each report and each round begins a clock of its own, so that a late one stays on record.
 */
function progress(hazard: ClockedCase, round: number): RunningClock | null {
  const { hazardNo, facts, progressReports, lastProgressAt, broughtAt } = hazard;
  const since = failedAt(facts, round) ?? rectifyingSince(hazard);
  if (!since || facts.rounds[round]?.completedAt) return null;
  const start = latest(since, lastProgressAt, broughtAt);
  const subject = nthSubject(hazardNo, progressReports + round);
  return { kind: 'progress', subject, start, namedDue: null, side: 'territorial' };
}

/** Application → verdict. */
function accept({ hazardNo, facts }: ClockedCase, round: number): RunningClock | null {
  const { appliedAt, verdict } = facts.rounds[round] ?? {};
  if (!appliedAt || verdict) return null;
  const start = new Date(appliedAt);
  return { kind: 'accept', subject: nthSubject(hazardNo, round), start, namedDue: null, side: 'industry' };
}

/** Verdict passed → final sign-off. */
function strikeOff({ hazardNo, facts }: ClockedCase, round: number): RunningClock | null {
  const verdict = facts.rounds[round]?.verdict;
  if (!verdict?.passed) return null;
  const start = new Date(verdict.decidedAt);
  return { kind: 'strikeOff', subject: hazardNo, start, namedDue: null, side: 'cityGovernment' };
}

/** When the round before failed; null in the first. */
function failedAt(facts: CaseRow['facts'], round: number): Date | null {
  const verdict = facts.rounds[round - 1]?.verdict;
  return verdict ? new Date(verdict.decidedAt) : null;
}

/** The latest of moments, some of which have not come. */
function latest(first: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((last, other) => (other && other > last ? other : last), first);
}
