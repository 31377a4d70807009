import { z } from 'zod';
import { HazardNo, Instant } from '../ids.ts';
import { NotificationKind } from './notifications.ts';
import { pageOf, pageQuery } from './paging.ts';

/** Ways out of the product. */
export const Channel = z.enum(['email', 'webhook']);
export type Channel = z.infer<typeof Channel>;

/** `failed`: given up, and can be sent again; `withheld`: taken back before it went out. */
export const DeliveryState = z.enum(['waiting', 'sent', 'failed', 'withheld']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One message on its way to one address outside. */
export const DeliveryReply = z.strictObject({
  /** Stays the same through all attempts: Message-ID of the mail, `webhook-id` of the request. */
  id: z.uuid(),
  notificationId: z.uuid(),
  hazardNo: HazardNo.nullable(),
  kind: NotificationKind,
  channel: Channel,
  /** E-mail address, or id of the webhook. */
  target: z.string(),
  state: DeliveryState,
  attempts: z.int(),
  /** Business time; null where nothing is tried any more. */
  nextAttemptAt: Instant.nullable(),
  lastError: z.string().nullable(),
  sentAt: Instant.nullable(),
});
export type DeliveryReply = z.infer<typeof DeliveryReply>;

export const DeliveryPage = pageOf(DeliveryReply);

/** Of all offices, for operators. */
export const ListDeliveries = z.strictObject({
  ...pageQuery,
  state: DeliveryState.optional(),
  channel: Channel.optional(),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;

export const ResendDeliveries = z.strictObject({ deliveryIds: z.array(z.uuid()).min(1).max(500) });
export type ResendDeliveries = z.infer<typeof ResendDeliveries>;
/** How many were given up, and are tried again now. */
export const ResendReply = z.strictObject({ deliveries: z.int() });
export type ResendReply = z.infer<typeof ResendReply>;
