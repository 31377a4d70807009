import { proxyActivities } from '@temporalio/workflow';
import { hazardLoop as asItIs } from '../hazard-loop.workflow.ts';

const { askSomethingNew } = proxyActivities<{ askSomethingNew(): Promise<void> }>({
  startToCloseTimeout: '1 second',
});

/** The loop with a step that running loops do not have: what a replay must catch. */
export async function hazardLoop(...args: Parameters<typeof asItIs>): ReturnType<typeof asItIs> {
  await askSomethingNew();
  return asItIs(...args);
}
