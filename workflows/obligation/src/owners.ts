import { type ClockActivities, type ObligationFact, taskQueues } from '@bihuan/contracts/loop';
import { proxyActivities } from '@temporalio/workflow';

/** An ask has 30 seconds in all; the run decides when to ask again. */
const briefly = {
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2 },
} as const;

/** Whoever owns a clock decides about it, on its own queue. */
export const clockOwners: Readonly<Record<ObligationFact['owner'], ReturnType<typeof clockOwner>>> = {
  handover: clockOwner(taskQueues.handover),
  supervision: clockOwner(taskQueues.supervision),
  disclosure: clockOwner(taskQueues.disclosure),
};

function clockOwner(taskQueue: string) {
  return proxyActivities<ClockActivities>({ ...briefly, taskQueue });
}
