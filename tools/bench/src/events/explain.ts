import type { Outcome } from '../benchmark.ts';
import { boundVerdictOf } from '../report/verdict.ts';

/** Why a loop leaves more than it should. */
export function explain({ bounds = [] }: Outcome): string[] {
  const above = bounds.filter((bound) => boundVerdictOf(bound) !== 'as aimed');
  if (above.length === 0) return [];
  return [
    'Bytes: a signal carries what the loop folds of its facts, the attributes are written with Chinese names, and every task names its worker; the overdue loop has the activities and upserts of its rungs besides.',
    'Events: above the aim is what the formula does not count: a timer that is set anew, because another clock wakes next, is two events more (started, cancelled), and each signal here opens, moves or ends a clock.',
  ];
}
