import { AsyncLocalStorage } from 'node:async_hooks';
import { Actor } from '@bihuan/contracts';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { originHeader } from '@bihuan/contracts/loop';
import { z } from 'zod';
import { type Origin, serviceActor } from '../commands/index.ts';

const OriginHeader = z.object({ actor: Actor, correlationId: z.string() });
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

/** Runs an activity with its origin; one that comes without the header is put down to the workflows of the product. */
export function withOrigin<T>(headers: Headers, workflowId: string, activity: () => Promise<T>): Promise<T> {
  return running.run(originOf(headers, workflowId), activity);
}

function originOf({ [originHeader]: payload }: Headers, workflowId: string): Origin {
  if (payload === undefined) return { actor: serviceActor('workflow-worker'), correlationId: workflowId };
  return OriginHeader.parse(defaultPayloadConverter.fromPayload(payload));
}
