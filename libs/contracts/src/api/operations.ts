import { z } from 'zod';
import { HazardNo, Instant } from '../ids.ts';

/** Facts of these hazards are published again, with the same message ids; consumers know them already. */
export const ReEmit = z.strictObject({ hazardNos: z.array(HazardNo).min(1).max(500) });
export const ReEmitReply = z.strictObject({ messages: z.int() });
/** Messages of all owners together; an owner that did not answer is named. */
export const ReEmitAllReply = z.strictObject({ messages: z.int(), unavailable: z.array(z.string()) });

export const Requeue = z.strictObject({ messageIds: z.array(z.uuid()).min(1).max(500) });

/** A message that the broker refused for good; later messages of its key wait for it. */
export const ParkedMessage = z.strictObject({
  id: z.uuid(),
  topic: z.string(),
  key: z.string(),
  type: z.string(),
  attempts: z.int(),
  parkedAt: Instant,
  lastError: z.string(),
});
export type ParkedMessage = z.infer<typeof ParkedMessage>;

/** What a single owner answers: its oldest 500. */
export const OwnerParked = z.strictObject({ items: z.array(ParkedMessage) });
/** Parked messages of all owners; an owner that did not answer is named. */
export const ParkedReply = z.strictObject({
  items: z.array(ParkedMessage.extend({ owner: z.string() })),
  unavailable: z.array(z.string()),
});
export type ParkedReply = z.infer<typeof ParkedReply>;
