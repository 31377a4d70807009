import type { Outcome } from '../benchmark.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';
import { waitingWords } from '../report/waiting.ts';

/** Why clocks come out as they do. */
export function explain({ comparisons = [], further = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  const [all] = further;
  if (!comparison?.target || !all) return [];
  const { product, bare, ratio, target } = comparison;
  const toAll = (all.perSecond.median / bare.perSecond.median).toFixed(2);
  const crowd = `Ten thousand take minutes on two processors, and so does gathering them: the pairs are of fewer clocks. Ten thousand at once were drained at ${toAll} of the rate of the bare timers in the pairs (one run).`;
  if (ratio.median >= target.aim) return [crowd];
  return [
    crowd,
    `Below its aim: a clock takes ${totalCpu(product.cpu).toFixed(1)} ms of processor time with all that follows from its rung, a bare timer ${totalCpu(bare.cpu).toFixed(1)} ms. ${waitingWords(product, bare)} ${cpuShare(product.cpu, 'workflow-worker')}% goes to the loops, ${cpuShare(product.cpu, 'supervision')}% to their owner, ${cpuShare(product.cpu, 'notification', 'registration', 'assessment')}% to messages and projections, which take their part of the two processors while clocks still ring.`,
  ];
}
