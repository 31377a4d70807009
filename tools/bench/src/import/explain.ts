import type { Outcome } from '../benchmark.ts';
import { cpuShare } from '../harness/processor-time.ts';

/** Why an import comes out as it does. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target || comparison.ratio.median >= comparison.target.aim) return [];
  const { product, bare } = comparison;
  const database = (product.cpu['PostgreSQL'] ?? NaN) / (bare.cpu['PostgreSQL'] ?? NaN);
  return [
    `Below its aim: ${cpuShare(product.cpu, 'registration')}% of the processor time is the service's, which decodes, splits and checks every row before any of it reaches the database; the bare arm is handed rows that need none of that. PostgreSQL takes ${database.toFixed(1)} times as long as for the bare COPY: rows are staged, looked for in the ledger, and moved there by one statement, so that all or nothing of a file is in it.`,
  ];
}
