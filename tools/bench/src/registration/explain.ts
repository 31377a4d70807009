import type { Outcome } from '../benchmark.ts';

/** Why registration comes out as it does. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const missed = comparisons.filter(({ ratio, target }) => target && ratio.median < target.aim);
  return missed.map(({ title }) => `${title} misses its aim.`);
}
