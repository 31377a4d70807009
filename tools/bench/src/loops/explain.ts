import type { Outcome } from '../benchmark.ts';

/** Why loops come out as they do. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target || comparison.ratio.median >= comparison.target.aim) return [];
  return ['Below its aim.'];
}
