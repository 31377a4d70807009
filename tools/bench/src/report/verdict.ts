import type { Bounded, Outcome } from '../benchmark.ts';
import type { Comparison } from '../harness/comparison.ts';

export type Verdict = 'failed' | 'misses its aim' | 'as aimed';

/** A ratio is judged by its median. */
export function verdictOf({ ratio, target }: Pick<Comparison, 'ratio' | 'target'>): Verdict {
  if (target === null) return 'as aimed';
  if (ratio.median < target.gate) return 'failed';
  return ratio.median < target.aim ? 'misses its aim' : 'as aimed';
}

export function boundVerdictOf({ value, gate, aim }: Pick<Bounded, 'value' | 'gate' | 'aim'>): Verdict {
  if (value > gate) return 'failed';
  return value > aim ? 'misses its aim' : 'as aimed';
}

/** Whether any gate of the outcome fails. */
export function hasFailed({ comparisons = [], bounds = [] }: Outcome): boolean {
  return [...comparisons.map(verdictOf), ...bounds.map(boundVerdictOf)].includes('failed');
}
