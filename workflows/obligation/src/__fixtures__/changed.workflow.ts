import { proxyActivities } from '@temporalio/workflow';
import { obligation as asItIs } from '../obligation.workflow.ts';

const { askSomethingNew } = proxyActivities<{ askSomethingNew(): Promise<void> }>({
  startToCloseTimeout: '1 second',
});

/** The workflow with a step that running ones do not have: what a replay must catch. */
export async function obligation(...args: Parameters<typeof asItIs>): ReturnType<typeof asItIs> {
  await askSomethingNew();
  return asItIs(...args);
}
