import { z } from 'zod';
import { Code, HazardNo } from '../ids.ts';
import { HandoverFact, HandoverStatus, Track } from '../events/handover.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

const Reason = z.string().trim().min(2).max(1000);

export const HandoverReply = HandoverFact.extend({
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  reason: z.string().nullable(),
  predecessorId: z.uuid().nullable(),
  placeCode: z.string(),
  fieldCode: Code,
});
export type HandoverReply = z.infer<typeof HandoverReply>;

export const ListHandovers = z.strictObject({
  ...pageQuery,
  hazardNo: HazardNo.optional(),
  status: HandoverStatus.optional(),
  track: Track.optional(),
  orgCode: Code.optional(),
  overdue: flag.optional(),
});
export type ListHandovers = z.infer<typeof ListHandovers>;
export const HandoverPage = pageOf(HandoverReply);

/** A hazard for which no route was found: the campaign office names the organisation. */
export const UnroutedReply = z.strictObject({
  id: z.uuid(),
  hazardNo: HazardNo,
  track: Track,
  /** In the caller's language. */
  why: z.string(),
  since: z.iso.datetime(),
});
export type UnroutedReply = z.infer<typeof UnroutedReply>;

export const ListUnrouted = z.strictObject({
  ...pageQuery,
  hazardNo: HazardNo.optional(),
  track: Track.optional(),
});
export type ListUnrouted = z.infer<typeof ListUnrouted>;
export const UnroutedPage = pageOf(UnroutedReply);

export const HandoverParams = z.strictObject({ id: z.uuid() });
export const AcknowledgeHandover = z.strictObject({ note: z.string().trim().max(1000).optional() });
export const RefuseHandover = z.strictObject({ reason: Reason });
export const TransferHandover = z.strictObject({ toOrgCode: Code, reason: Reason });
export const InsistHandover = z.strictObject({ reason: Reason });
export const RouteHandover = z.strictObject({ toOrgCode: Code, reason: Reason });
