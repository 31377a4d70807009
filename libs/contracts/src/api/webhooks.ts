import { z } from 'zod';
import { Code, Instant } from '../ids.ts';
import { NotificationKind } from './notifications.ts';
import { pageQuery } from './paging.ts';

/** Signed requests (Standard Webhooks) with the messages that are addressed to the caller's organisation. */
export const CreateWebhook = z.strictObject({
  url: z.string().min(1).max(2000),
  /** Left out: messages of every kind. */
  kinds: z.array(NotificationKind).min(1).optional(),
});
export type CreateWebhook = z.infer<typeof CreateWebhook>;

export const WebhookReply = z.strictObject({
  id: z.uuid(),
  orgCode: Code,
  url: z.string(),
  /** Null: every kind. */
  kinds: z.array(NotificationKind).nullable(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type WebhookReply = z.infer<typeof WebhookReply>;

/** The one answer that tells the secret: `whsec_` and base64 of 32 bytes. */
export const WebhookCreated = WebhookReply.extend({ secret: z.string() });
export type WebhookCreated = z.infer<typeof WebhookCreated>;

export const WebhookList = z.strictObject({ items: z.array(WebhookReply) });
export type WebhookList = z.infer<typeof WebhookList>;

export const WebhookParams = z.strictObject({ id: z.uuid() });
export const ListWebhookDeliveries = z.strictObject(pageQuery);
export type ListWebhookDeliveries = z.infer<typeof ListWebhookDeliveries>;
export const WebhookDeliveryParams = z.strictObject({ id: z.uuid(), deliveryId: z.uuid() });

const words = z.strictObject({ title: z.string(), body: z.string(), why: z.string().nullable() });

/** Body of a request to a webhook. A receiver knows messages by `webhook-id`; it passes over what it does not know. */
export const WebhookMessage = z.strictObject({
  type: NotificationKind,
  /** When the message was written, business time. */
  timestamp: Instant,
  data: z.strictObject({
    notificationId: z.uuid(),
    hazardNo: z.string().nullable(),
    orgCode: Code,
    role: z.string(),
    needsAcknowledgement: z.boolean(),
    link: z.url().nullable(),
    zh: words,
    en: words,
  }),
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;
