import { proxyActivities } from '@temporalio/workflow';
import { monthlyDisclosure as asItIs } from '../monthly-disclosure.workflow.ts';

const { askSomethingNew } = proxyActivities<{ askSomethingNew(): Promise<void> }>({
  startToCloseTimeout: '1 second',
});

/** The workflow with a step that running ones do not have: what a replay must catch. */
export async function monthlyDisclosure(...args: Parameters<typeof asItIs>): ReturnType<typeof asItIs> {
  await askSomethingNew();
  return asItIs(...args);
}
