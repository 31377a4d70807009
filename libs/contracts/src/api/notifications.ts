import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';
import { Role } from '../actor.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

/** What a message tells: a fact, a rung of a clock, or that what was told before is taken back. */
export const NotificationKind = z.enum([
  'handover.dispatched',
  'handover.copied',
  'handover.refused',
  'handover.insisted',
  'handover.redirected',
  'handover.unrouted',
  'clock.reminder',
  'clock.overdue',
  'clock.leader',
  'clock.interview',
  'clock.raise',
  'escalation.revoked',
  'petition.filed',
  'petition.decided',
  'interview.opened',
  'interview.joined',
  'interview.cancelled',
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
  'obligation.reminder',
  'obligation.overdue',
  'obligation.leader',
  'obligation.interview',
  'obligation.raise',
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

export const NotificationReply = z.strictObject({
  id: z.uuid(),
  /** Null where it is about something else than a hazard, such as a month's edition. */
  hazardNo: HazardNo.nullable(),
  kind: NotificationKind,
  orgCode: Code,
  role: Role,
  /** In the caller's language. */
  title: z.string(),
  body: z.string(),
  /** Why this office was told, in the caller's language; null for messages older than the reason. */
  why: z.string().nullable(),
  /** Where the one thing to do is done; null where it is about something else than a hazard. */
  link: z.url().nullable(),
  /** An escalation: its recipient is to acknowledge it, else the next rung says who has not. */
  needsAcknowledgement: z.boolean(),
  /** Why it was held back before anybody could read it, in the caller's language; null where it was not. */
  withheld: z.string().nullable(),
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
