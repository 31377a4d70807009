import type { Outcome } from '../benchmark.ts';
import type { Comparison, Measured } from '../harness/comparison.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';
import { waitingWords } from '../report/waiting.ts';

const owners = ['registration', 'handover', 'supervision', 'notification', 'disclosure', 'assessment'];

/** Why loops come out as they do. */
export function explain({ comparisons = [], further = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  if (!comparison?.target) return [];
  const fewer = fewerWords(comparison, further);
  if (comparison.ratio.median >= comparison.target.aim) return [fewer];
  const { product, bare } = comparison;
  return [
    fewer,
    `Below its aim: a whole loop takes ${totalCpu(product.cpu).toFixed(0)} ms of processor time, the bare workflow ${totalCpu(bare.cpu).toFixed(0)} ms. ${waitingWords(product, bare)}`,
    `What the record needs comes on top of the workflow: ${cpuShare(product.cpu, ...owners)}% of the time goes to the six services that own facts or fold those of the others, ${cpuShare(product.cpu, 'PostgreSQL')}% to PostgreSQL, ${cpuShare(product.cpu, 'Kafka')}% to Kafka. Profiled, a service spends most of it on sending statements: each command and each batch of facts is a transaction of several round trips. The loop waits 200 ms for what several services say of it at the same time, which saves it tasks and costs the caller time.`,
  ];
}

/** What the bare arm stands for, and what it would be with as few signals as the loops under load. */
function fewerWords({ product }: Comparison, [fewer]: readonly Measured[]): string {
  const script =
    'The bare workflow is woken as often as a loop whose steps come one by one, as they do in life. Under load several steps come between two looks of the bridge, and one signal tells them all: the loops above had fewer signals for that reason, and the ratio has gained by it.';
  if (!fewer) return script;
  const ratio = product.perSecond.median / fewer.perSecond.median;
  return `${script} To a bare workflow with as few the ratio is ${ratio.toFixed(2)} (one run).`;
}
