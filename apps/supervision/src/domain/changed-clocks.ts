import { type ClockedCase, type RunningClock, runningClocks } from './running-clocks.ts';

/** What becomes of the clocks of a case when a fact changes it. */
export interface ChangedClocks {
  /** What they waited for has happened. */
  readonly met: readonly RunningClock[];
  /** Their reason has gone. */
  readonly cancelled: readonly RunningClock[];
  readonly begun: readonly RunningClock[];
  /** They ran before and run on. */
  readonly kept: readonly RunningClock[];
}

/**
 * Compares the clocks that ran before a fact with those that run after it. A clock ends because what it waited for
 * has happened; at strike-off, which ends everything, that is true of the strike-off clock alone, and at a withdrawal
 * of none.
 */
export function changedClocks(before: ClockedCase, after: ClockedCase): ChangedClocks {
  const ran = runningClocks(before);
  const runs = runningClocks(after);
  const ended = ran.filter((clock) => !runs.some((other) => same(clock, other)));
  const { struckOffAt, withdrawnAt } = after.facts;
  const isMet = ({ kind }: RunningClock): boolean =>
    struckOffAt ? kind === 'strikeOff' : withdrawnAt === undefined;
  return {
    met: ended.filter(isMet),
    cancelled: ended.filter((clock) => !isMet(clock)),
    begun: runs.filter((clock) => !ran.some((other) => same(clock, other))),
    kept: runs.filter((clock) => ran.some((other) => same(clock, other))),
  };
}

function same(a: RunningClock, b: RunningClock): boolean {
  return a.kind === b.kind && a.subject === b.subject;
}
