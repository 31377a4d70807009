import { type EditionActivities, type SourceActivities, taskQueues } from '@bihuan/contracts/loop';
import { proxyActivities } from '@temporalio/workflow';

/**
 * A service that stumbles is asked again at once; one that is away does not take the task within a minute. What lasts
 * longer, and what is refused, the run waits for and shows.
 */
const patience = {
  scheduleToStartTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
} as const;

/** Counting reads a whole ledger through. */
const counting = { ...patience, startToCloseTimeout: '3 minutes' } as const;

export const registration = proxyActivities<SourceActivities>({
  ...counting,
  taskQueue: taskQueues.registration,
});
export const supervision = proxyActivities<SourceActivities>({
  ...counting,
  taskQueue: taskQueues.supervision,
});

/** Asking and cutting are a transaction each. */
export const disclosure = proxyActivities<Pick<EditionActivities, 'requestEdition' | 'draftEdition'>>({
  ...counting,
  taskQueue: taskQueues.disclosure,
});

/** Writing and announcing an edition of a whole province takes minutes; both beat as they go, so that a death shows. */
export const publishing = proxyActivities<Pick<EditionActivities, 'freezeEdition' | 'publishEdition'>>({
  ...patience,
  startToCloseTimeout: '20 minutes',
  heartbeatTimeout: '30 seconds',
  taskQueue: taskQueues.disclosure,
});
