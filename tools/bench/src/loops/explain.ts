import type { Outcome } from '../benchmark.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';
import { waitingWords } from '../report/waiting.ts';

const owners = ['registration', 'handover', 'supervision', 'notification', 'disclosure', 'assessment'];

/** Why loops come out as they do. */
export function explain({ comparisons = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target || comparison.ratio.median >= comparison.target.aim) return [];
  const { product, bare } = comparison;
  return [
    `Below its aim: a whole loop takes ${totalCpu(product.cpu).toFixed(0)} ms of processor time, the bare workflow ${totalCpu(bare.cpu).toFixed(0)} ms. ${waitingWords(product, bare)}`,
    `What the record needs comes on top of the workflow: ${cpuShare(product.cpu, ...owners)}% of the time goes to the six services that own facts or fold those of the others, ${cpuShare(product.cpu, 'PostgreSQL')}% to PostgreSQL, ${cpuShare(product.cpu, 'Kafka')}% to Kafka. Profiled, a service spends most of it on sending statements: each command and each batch of facts is a transaction of several round trips. The loop waits 200 ms for what several services say of it at the same time, which saves it tasks and costs the caller time.`,
  ];
}
