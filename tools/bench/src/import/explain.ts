import type { Outcome } from '../benchmark.ts';

/** Why an import comes out as it does. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target || comparison.ratio.median >= comparison.target.aim) return [];
  const { registration = NaN, PostgreSQL = NaN } = comparison.product.cpu;
  const share = Math.round((100 * registration) / (registration + PostgreSQL));
  return [
    `Below its aim: ${share}% of the processor time is the service's, which decodes, splits and checks every row before any of it reaches the database; the bare arm is handed rows that need none of that. Both use one processor for the most part.`,
  ];
}
