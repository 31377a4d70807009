import { Listr } from 'listr2';
import type { Report } from '../servers/server.ts';

/** One visible piece of work. */
export interface Step {
  readonly title: string;
  /** Plain lines of this step at most this often, milliseconds; by itself a builder's chatter is shown rarely. */
  readonly plainIntervalMs?: number;
  /** @returns a few words for the finished line */
  run(report: Report): Promise<string>;
}

const PLAIN_INTERVAL_MS = 15_000;

/** Plain lines: one every few seconds while a step has something to say, and one at its end. */
async function runPlain(step: Step): Promise<void> {
  const { plainIntervalMs: interval = PLAIN_INTERVAL_MS } = step;
  let lastPrinted = performance.now();
  const outcome = await step.run((line) => {
    if (performance.now() - lastPrinted < interval) return;
    lastPrinted = performance.now();
    console.log(`… ${step.title}: ${line}`);
  });
  console.log(`✔ ${step.title}: ${outcome}`);
}

/**
 * Runs steps side by side and shows where each stands: a moving display in a terminal, plain lines elsewhere.
 *
 * @throws what the first failing step threw, at once; the other steps are the caller's to end
 */
export async function runSteps(steps: readonly Step[], plain: boolean): Promise<void> {
  if (plain) {
    await Promise.all(steps.map(runPlain));
    return;
  }
  const display = new Listr([], {
    concurrent: true,
    // Signals belong to the supervisor, which must stop its servers first.
    registerSignalListeners: false,
  });
  for (const step of steps) {
    display.add({
      title: step.title,
      task: async (_, task) => {
        const outcome = await step.run((line) => (task.output = line));
        task.title = `${step.title}: ${outcome}`;
      },
    });
  }
  await display.run();
}
