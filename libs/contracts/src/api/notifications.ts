import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';
import { Role } from '../actor.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

export const NotificationReply = z.strictObject({
  id: z.uuid(),
  /** Null where it is about something else than a hazard, such as a month's edition. */
  hazardNo: HazardNo.nullable(),
  kind: z.string(),
  orgCode: Code,
  role: Role,
  /** In the caller's language. */
  title: z.string(),
  body: z.string(),
  sentAt: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
});
export type NotificationReply = z.infer<typeof NotificationReply>;

export const ListNotifications = z.strictObject({
  ...pageQuery,
  unread: flag.optional(),
  hazardNo: HazardNo.optional(),
  kind: z.string().max(60).optional(),
});
export type ListNotifications = z.infer<typeof ListNotifications>;
export const NotificationPage = pageOf(NotificationReply);
export const NotificationParams = z.strictObject({ id: z.uuid() });
