import type { Outcome } from '../benchmark.ts';
import { cpuShare, totalCpu } from '../harness/processor-time.ts';

/** What a re-projection is made of. */
export function explain({ further = [] }: Outcome): string[] {
  const [preview, apply] = further;
  if (!preview || !apply) return [];
  const cpu = (step: typeof apply) =>
    `${totalCpu(step.cpu).toPrecision(2)} ms of processor time a clock, ${cpuShare(step.cpu, 'PostgreSQL')}% of it PostgreSQL's`;
  return [
    `Dates are computed once a group of clocks that follow from the same, and once a clock that was paused or extended; one statement does the rest. A preview takes ${cpu(preview)}; applying, which computes all of it again, takes ${cpu(apply)}: a new version of every row and its index entries, and a further row for each.`,
  ];
}
