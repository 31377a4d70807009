import { z } from 'zod';
import { Actor } from '../actor.ts';
import { Instant } from '../ids.ts';

/** What every message carries around its data. The Kafka key is `aggregate.id`. */
export const EnvelopeBase = z.strictObject({
  /** UUID v7, the message's identity for inboxes and for the loop. */
  id: z.uuid(),
  type: z.string(),
  version: z.literal(1),
  /** Business time. */
  occurredAt: Instant,
  aggregate: z.strictObject({ type: z.string(), id: z.string().min(1) }),
  actor: Actor,
  correlationId: z.string().min(1).max(200),
  causationId: z.string().optional(),
});

export type Envelope<T extends string = string, D = unknown> = Omit<z.infer<typeof EnvelopeBase>, 'type'> & {
  readonly type: T;
  readonly data: D;
};
