import type { Outcome } from '../benchmark.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';
import { waitingWords } from '../report/waiting.ts';

/** Why clocks come out as they do. */
export function explain({ comparisons = [], further = [] }: Outcome): string[] {
  const [comparison] = comparisons;
  const [allProduct, allBare] = further;
  if (!comparison?.target || !allProduct || !allBare) return [];
  const { product, bare, ratio, target } = comparison;
  const all = (allProduct.perSecond.median / allBare.perSecond.median).toFixed(2);
  const crowd = `A pair of ten thousand takes minutes on two processors: the pairs are of fewer clocks, and one pair was of ten thousand, whose ratio is ${all}.`;
  if (ratio.median >= target.aim) return [crowd];
  return [
    crowd,
    `Below its aim: a clock takes ${totalCpu(product.cpu).toFixed(1)} ms of processor time with all that follows from its rung, a bare timer ${totalCpu(bare.cpu).toFixed(1)} ms. ${waitingWords(product, bare)} ${cpuShare(product.cpu, 'workflow-worker')}% goes to the loops, ${cpuShare(product.cpu, 'supervision')}% to their owner, ${cpuShare(product.cpu, 'notification', 'registration', 'assessment')}% to messages and projections, which take their part of the two processors while clocks still ring.`,
  ];
}
