import type { Outcome } from '../benchmark.ts';
import type { Comparison } from '../harness/comparison.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';
import { waitingWords } from '../report/waiting.ts';

/** Why registration comes out as it does. */
export function explain({ comparisons = [] }: Outcome): string[] {
  return comparisons.filter(({ ratio, target }) => target && ratio.median < target.aim).map(missed);
}

function missed({ title, product, bare }: Comparison): string {
  const [whole, rows] = [totalCpu(product.cpu), totalCpu(bare.cpu)];
  return [
    `${title}, below the aim: a registration takes ${whole.toFixed(2)} ms of processor time with all that follows from it, its bare rows ${rows.toFixed(2)} ms.`,
    waitingWords(product, bare),
    `${cpuShare(product.cpu, 'registration')}% of the processor time is the service's: token, schema, rules, the hash of the request and the answer, then relay, seal and status view.`,
    'One batch is written at a time: while PostgreSQL flushes it, the next gathers. The more connections there are, the more registrations share a transaction, a message batch and a fold.',
  ].join(' ');
}
