import type { OverallFigures, Track } from '@bihuan/contracts';
import { endOfMonth, type LocalMonth } from '../monthly/months.ts';
import { rateOf } from './rate.ts';
import { deadlineAsOf, type MovableDeadline } from './standing-deadline.ts';

/** What indicator "overall" counts of a hazard. */
export interface AssessedHazard {
  /** Month of the edition that first listed it; null while none has. */
  readonly foundMonth: LocalMonth | null;
  /** Month of the edition that listed it as struck off. */
  readonly struckOffMonth: LocalMonth | null;
  readonly struckOffAt: Date | null;
  /** Registered in error. One that was struck off before stays struck off and is not withdrawn. */
  readonly withdrawnAt: Date | null;
  readonly rounds: readonly AssessedRound[];
  readonly handovers: readonly AssessedHandover[];
}

/** A round of rectification: the first begins with the registration, each further one with a failed verdict. */
export interface AssessedRound extends MovableDeadline {
  readonly round: number;
  readonly begunAt: Date;
  readonly completedAt: Date | null;
  /** Completion was reported in time; null while it has not been reported. */
  readonly onTime: boolean | null;
}

export interface AssessedHandover {
  readonly track: Track;
  readonly dispatchedAt: Date;
  /** Null for one of the past whose clock was never told of. */
  readonly due: Date | null;
  readonly answeredAt: Date | null;
  readonly late: boolean;
  /** A correction gave its place to another handover. */
  readonly redirectedAt: Date | null;
}

/** The counts of the figures; rates follow from them. */
export type OverallCounts = Omit<OverallFigures, 'overallRate' | 'onTimeRate' | 'handoverTimeliness'>;

/**
 * 总体情况: the figures of some hazards as of the end of a month. Every figure follows from dates before that end, so
 * that it comes out the same whenever it is counted. Basis: columns of circulars in use; how they are counted is our
 * default (docs/assessment.md).
 */
export function overallFigures(hazards: readonly AssessedHazard[], month: LocalMonth): OverallFigures {
  const end = endOfMonth(month);
  const counted = hazards.filter(({ foundMonth }) => foundMonth !== null && foundMonth <= month);
  const present = counted.filter(({ withdrawnAt }) => !(withdrawnAt && withdrawnAt < end));
  const due = present.filter((hazard) => isDue(hazard, end));
  const handovers = present.flatMap((hazard) => countedHandovers(hazard, end));
  const answerable = handovers.filter((handover) => isAnswerable(handover, end));
  return withRates({
    found: counted.filter(({ foundMonth }) => foundMonth === month).length,
    foundTotal: present.length,
    struckOff: counted.filter(({ struckOffMonth }) => struckOffMonth === month).length,
    struckOffTotal: counted.filter(({ struckOffMonth }) => struckOffMonth !== null && struckOffMonth <= month)
      .length,
    due: due.length,
    onTime: due.filter((hazard) => wasOnTime(hazard, end)).length,
    notYetDue: present.length - due.length,
    overdue: due.filter((hazard) => isOutstanding(hazard, end)).length,
    handovers: handovers.length,
    handoversDue: answerable.length,
    handoversOnTime: answerable.filter(({ answeredAt, late }) => before(answeredAt, end) && !late).length,
  });
}

/** Counts with the rates that follow from them. */
export function withRates(counts: OverallCounts): OverallFigures {
  return {
    ...counts,
    overallRate: rateOf(counts.struckOffTotal, counts.foundTotal),
    onTimeRate: rateOf(counts.onTime, counts.due),
    handoverTimeliness: rateOf(counts.handoversOnTime, counts.handoversDue),
  };
}

/** The deadline of the round that was running at the end, as it stood then, has passed by then. */
function isDue(hazard: AssessedHazard, end: Date): boolean {
  const running = runningRound(hazard, end);
  return running !== undefined && before(deadlineAsOf(running, end), end);
}

/** A deadline missed in an earlier round stays missed, whatever a failed verdict set anew. */
function wasOnTime(hazard: AssessedHazard, end: Date): boolean {
  return begunRounds(hazard, end).every(
    ({ completedAt, onTime }) => before(completedAt, end) && onTime === true,
  );
}

/** Nobody had reported the running round's completion, nor was the number struck off. */
function isOutstanding(hazard: AssessedHazard, end: Date): boolean {
  return !before(runningRound(hazard, end)?.completedAt, end) && !before(hazard.struckOffAt, end);
}

function runningRound(hazard: AssessedHazard, end: Date): AssessedRound | undefined {
  return begunRounds(hazard, end)
    .sort((a, b) => a.round - b.round)
    .at(-1);
}

function begunRounds({ rounds }: AssessedHazard, end: Date): AssessedRound[] {
  return rounds.filter(({ begunAt }) => begunAt < end);
}

/** What the city had to answer: territorial ones alone; of a redirected one its successor counts in its place. */
function countedHandovers({ handovers }: AssessedHazard, end: Date): AssessedHandover[] {
  return handovers.filter(
    ({ track, dispatchedAt, redirectedAt }) =>
      track === 'territorial' && dispatchedAt < end && !before(redirectedAt, end),
  );
}

/** Its time to answer was over; one of the past without a clock counts once it was answered. */
function isAnswerable({ due, answeredAt }: AssessedHandover, end: Date): boolean {
  return before(due ?? answeredAt, end);
}

function before(instant: Date | null | undefined, end: Date): boolean {
  return instant !== null && instant !== undefined && instant < end;
}
