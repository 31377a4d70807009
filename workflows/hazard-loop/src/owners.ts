import {
  type ClockActivities,
  type HandoverActivities,
  type RegistrationActivities,
  taskQueues,
} from '@bihuan/contracts/loop';
import type { NamedClock } from '@bihuan/process-core';
import { proxyActivities } from '@temporalio/workflow';

/** A service that is away is asked again, at first after a second and at most every five minutes, for as long as it takes. */
const patiently = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
} as const;

/** An ask has 30 seconds in all; the watch over the clocks decides when to ask again. */
const briefly = {
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2 },
} as const;

export const registration = proxyActivities<RegistrationActivities>({
  ...patiently,
  taskQueue: taskQueues.registration,
});

/** One try has an end, so that a run which continues as new does not wait for it; the loop itself tries again. */
export const handover = proxyActivities<HandoverActivities>({
  ...patiently,
  scheduleToCloseTimeout: '5 minutes',
  taskQueue: taskQueues.handover,
});

/** Whoever owns a clock decides about it, on its own queue. */
export const clockOwners: Readonly<Record<NamedClock['owner'], ReturnType<typeof clockOwner>>> = {
  handover: clockOwner(taskQueues.handover),
  supervision: clockOwner(taskQueues.supervision),
  disclosure: clockOwner(taskQueues.disclosure),
};

function clockOwner(taskQueue: string) {
  return proxyActivities<ClockActivities>({ ...briefly, taskQueue });
}
