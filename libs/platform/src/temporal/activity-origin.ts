import { AsyncLocalStorage } from 'node:async_hooks';
import { type Origin, serviceActor } from '../commands/index.ts';

const running = new AsyncLocalStorage<Origin>();

/**
 * Who asks for the activity that is running, and what it belongs to: what its unit of work starts from.
 *
 * @throws Error outside an activity
 */
export function activityOrigin(): Origin {
  const origin = running.getStore();
  if (origin === undefined) throw new Error('No activity is running');
  return origin;
}

/** Runs an activity of a workflow: workflows act for the product itself, and their id ties together what they ask for. */
export function withOrigin<T>(workflowId: string, activity: () => Promise<T>): Promise<T> {
  return running.run({ actor: serviceActor('workflow-worker'), correlationId: workflowId }, activity);
}
