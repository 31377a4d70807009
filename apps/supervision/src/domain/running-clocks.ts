import type { ClockKind } from '@bihuan/contracts';
import { currentRound, type HazardFacts } from '@bihuan/process-core';

/** Whom a clock waits for. */
export type Side = 'territorial' | 'industry' | 'cityGovernment';

/** A clock that runs, as far as the facts of a case go. */
export interface RunningClock {
  readonly kind: Extract<ClockKind, 'plan' | 'progress' | 'rectify' | 'accept' | 'strikeOff'>;
  readonly subject: string;
  /** Business time of the start fact, however late it was heard. */
  readonly start: Date;
  /** Named by a person; without it the policy's period counts. */
  readonly due?: Date;
  readonly side: Side;
}

/** What the clocks of a case depend on. */
export interface ClockedCase {
  readonly hazardNo: string;
  readonly facts: HazardFacts;
  readonly registeredAt: Date | null;
  /** End of the running rectification period. */
  readonly deadline: Date | null;
  readonly rectifyingAt: Date | null;
  readonly progressReports: number;
  readonly lastProgressAt: Date | null;
}

/**
 * The clocks that run where a case stands; none before the hazard is known and none after strike-off. They are a
 * function of the facts alone, so that the same clocks run in whatever order the facts were heard.
 * Basis: clocks of supervision in the policy; rectification runs from registration whatever the handovers do.
 */
export function runningClocks(hazard: ClockedCase): RunningClock[] {
  const { registeredAt, deadline, facts } = hazard;
  if (!registeredAt || !deadline || facts.struckOffAt) return [];
  const round = currentRound(facts);
  const { completedAt, appliedAt, verdict } = facts.rounds[round] ?? {};
  const clocks: RunningClock[] = [];
  if (!completedAt) clocks.push(...untilCompletion(hazard, round, registeredAt, deadline));
  if (hazard.rectifyingAt && !facts.planFiledAt)
    clocks.push({
      kind: 'plan',
      subject: hazard.hazardNo,
      start: hazard.rectifyingAt,
      side: 'territorial',
    });
  if (appliedAt && !verdict)
    clocks.push({
      kind: 'accept',
      subject: numbered(hazard.hazardNo, round),
      start: new Date(appliedAt),
      side: 'industry',
    });
  if (verdict?.passed)
    clocks.push({
      kind: 'strikeOff',
      subject: hazard.hazardNo,
      start: new Date(verdict.decidedAt),
      side: 'cityGovernment',
    });
  return clocks;
}

function untilCompletion(
  { hazardNo, facts, rectifyingAt, progressReports, lastProgressAt }: ClockedCase,
  round: number,
  registeredAt: Date,
  deadline: Date,
): RunningClock[] {
  const failedAt = facts.rounds[round - 1]?.verdict?.decidedAt;
  const rectify: RunningClock = {
    kind: 'rectify',
    subject: numbered(hazardNo, round),
    start: failedAt ? new Date(failedAt) : registeredAt,
    due: deadline,
    side: 'territorial',
  };
  if (!rectifyingAt) return [rectify];
  const since = failedAt ? new Date(failedAt) : rectifyingAt;
  const progress: RunningClock = {
    kind: 'progress',
    // Each report and each new round begins a clock of its own, so that a late one stays on record.
    subject: numbered(hazardNo, progressReports + round),
    start: lastProgressAt && lastProgressAt > since ? lastProgressAt : since,
    side: 'territorial',
  };
  return [rectify, progress];
}

/** Subject of the nth clock of its kind of one hazard. */
function numbered(hazardNo: string, n: number): string {
  return n === 1 ? hazardNo : `${hazardNo}.${n}`;
}
