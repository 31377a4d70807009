import { assessmentWaits, type AssessmentActivities, taskQueues } from '@bihuan/contracts/loop';
import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';

/**
 * A service that is away is asked again by Temporal, at most an hour apart, for as long as it takes. That the month has
 * to wait comes back to the workflow, which tells operators what for.
 */
export const assessment = proxyActivities<AssessmentActivities>({
  taskQueue: taskQueues.assessment,
  startToCloseTimeout: '5 minutes',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '1 hour',
    nonRetryableErrorTypes: [...assessmentWaits],
  },
});

/** What the month has to wait for, in the words of assessment; null where the failure is of another kind. */
export function waitOf(error: unknown): string | null {
  if (!(error instanceof ActivityFailure) || !(error.cause instanceof ApplicationFailure)) return null;
  const { type, message } = error.cause;
  return assessmentWaits.some((code) => code === type) ? message : null;
}
