import { type Measured } from '../harness/comparison.ts';
import { busyProcessors, totalCpu } from '../harness/processor-time.ts';

/** How much of a ratio the processor time makes, and how much is waiting. */
export function waitingWords(product: Measured, bare: Measured): string {
  const byCpu = totalCpu(bare.cpu) / totalCpu(product.cpu);
  return `By processor time alone the ratio would be ${byCpu.toFixed(2)}; the product kept ${busyProcessors(product).toFixed(1)} processors busy, the bare arm ${busyProcessors(bare).toFixed(1)}: the rest is waiting.`;
}
