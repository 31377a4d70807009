import { z } from 'zod';
import { Role } from '../actor.ts';
import { Code, HazardNo } from '../ids.ts';
import { HandoverFact, HandoverStatus, RefusalCode, Track } from '../events/handover.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

const Reason = z.string().trim().min(2).max(1000);

/** What the addressee answered first, whatever was decided afterwards. */
export const HandoverAnswer = z.enum(['acknowledged', 'refused', 'transferred']);
export type HandoverAnswer = z.infer<typeof HandoverAnswer>;

/** Proof of receipt 签收回执: who gave the first answer, for which organisation, and when. */
export const Receipt = z.strictObject({
  /** The account that answered. */
  person: z.string(),
  orgCode: Code,
  role: Role,
  at: z.iso.datetime(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Somebody of the addressee who can be called. Personal: it stays in handover and goes into no fact. */
export const Contact = z.strictObject({
  name: z.string().trim().min(2).max(50),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+() -]{5,30}$/)
    .optional(),
});

/** Who answers for the hazard at the organisation that took it on, and the leader in charge. */
export const ResponsibleContacts = z.strictObject({ responsiblePerson: Contact, leader: Contact });
export type ResponsibleContacts = z.infer<typeof ResponsibleContacts>;

export const HandoverReply = HandoverFact.extend({
  documentNo: z.string(),
  raised: z.boolean(),
  /** Of the clock it waits under: the answer of the addressee, or of a refused one the decision. */
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  answer: HandoverAnswer.nullable(),
  /** Why the addressee refused or transferred it. */
  reason: z.string().nullable(),
  reasonCode: RefusalCode.nullable(),
  /** Why it was insisted upon or redirected. */
  decisionReason: z.string().nullable(),
  receipt: Receipt.nullable(),
  responsible: ResponsibleContacts.nullable(),
  opinion: z.string().nullable(),
  /** When the hazard's first plan, progress or completion came. */
  feedbackAt: z.iso.datetime().nullable(),
  /** Told by a ledger from an older system. */
  reported: z.boolean(),
  predecessorId: z.uuid().nullable(),
  placeCode: z.string(),
  fieldCode: Code,
});
export type HandoverReply = z.infer<typeof HandoverReply>;

/** One handover of a chain: the same hazard and track at one organisation after the other. */
export const ChainLink = HandoverReply.pick({
  handoverId: true,
  documentNo: true,
  orgCode: true,
  orgName: true,
  status: true,
  dispatchedAt: true,
  answer: true,
  answeredAt: true,
  reason: true,
  reasonCode: true,
  decisionReason: true,
  raised: true,
});
export type ChainLink = z.infer<typeof ChainLink>;

export const HandoverDetail = HandoverReply.extend({
  /** Oldest first, the handover itself and its successors included. */
  chain: z.array(ChainLink),
});
export type HandoverDetail = z.infer<typeof HandoverDetail>;

/** Lists that are worked off: what waits longest comes first. */
export const HandoverList = z.enum(['unacknowledged', 'noFeedback', 'refused']);
export type HandoverList = z.infer<typeof HandoverList>;

export const ListHandovers = z.strictObject({
  ...pageQuery,
  list: HandoverList.optional(),
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
export const AcknowledgeHandover = ResponsibleContacts.extend({
  /** First opinion 初步意见. */
  opinion: z.string().trim().min(2).max(1000).optional(),
});
export type AcknowledgeHandover = z.infer<typeof AcknowledgeHandover>;
export const RefuseHandover = z.strictObject({ reasonCode: RefusalCode, reason: Reason });
export type RefuseHandover = z.infer<typeof RefuseHandover>;
/** To whom, and why: by the addressee, or by the campaign office. */
export const GiveHandoverTo = z.strictObject({ toOrgCode: Code, reason: Reason });
export type GiveHandoverTo = z.infer<typeof GiveHandoverTo>;
export const InsistHandover = z.strictObject({ reason: Reason });
