import type { Outcome } from '../benchmark.ts';
import { cpuShare } from '../harness/processor-time.ts';

/** Why an import comes out as it does. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target || comparison.ratio.median >= comparison.target.aim) return [];
  return [
    `Below its aim: ${cpuShare(comparison.product.cpu, 'registration')}% of the processor time is the service's, which decodes, splits and checks every row before any of it reaches the database; the bare arm is handed rows that need none of that. Both use one processor for the most part.`,
  ];
}
