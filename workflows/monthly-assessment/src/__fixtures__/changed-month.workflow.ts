import { sleep } from '@temporalio/workflow';

/** The workflow of a month as a careless change would make it: it sleeps before it asks. */
export async function monthlyAssessment(): Promise<void> {
  await sleep('1 minute');
}
