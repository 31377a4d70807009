import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';

export const Track = z.enum(['territorial', 'industry']);
export type Track = z.infer<typeof Track>;

/**
 * How a handover stands. `insisted`: the campaign office held on to it against a refusal. `redirected`: the campaign
 * office gave it to another organisation, or the hazard's place or field was corrected.
 */
export const HandoverStatus = z.enum([
  'dispatched',
  'acknowledged',
  'refused',
  'insisted',
  'transferred',
  'redirected',
]);
export type HandoverStatus = z.infer<typeof HandoverStatus>;

/** Why an organisation refuses a handover 拒收原因. */
export const RefusalCode = z.enum([
  'notOurPlace',
  'notOurField',
  'notMajorHazard',
  'duplicate',
  'incomplete',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** One handover as it stands; `version` rises with each change, the highest wins. */
export const HandoverFact = z.strictObject({
  handoverId: z.uuid(),
  hazardNo: HazardNo,
  track: Track,
  orgCode: Code,
  orgName: z.string(),
  status: HandoverStatus,
  version: z.int().min(1),
  dispatchedAt: Instant,
  answeredAt: Instant.nullable(),
  late: z.boolean(),
  /** Number of its document; facts of earlier releases have none. */
  documentNo: z.string().optional(),
  /** Refused time and again: somebody above the campaign office decides. Facts of earlier releases do not say. */
  raised: z.boolean().optional(),
});
export type HandoverFact = z.infer<typeof HandoverFact>;

export const HandoverRefused = HandoverFact.extend({
  reason: z.string(),
  /** Refusals of earlier releases have none. */
  reasonCode: RefusalCode.optional(),
});
export const HandoverTransferred = HandoverFact.extend({
  reason: z.string(),
  /** The handover that takes its place. */
  successorId: z.uuid(),
});
export const HandoverRedirected = HandoverFact.extend({
  reason: z.string(),
  /** The handover that takes its place. */
  successorId: z.uuid(),
  /** It had been acknowledged or insisted upon: rectification goes on meanwhile. */
  settled: z.boolean(),
});
export const HandoverUnrouted = z.strictObject({
  hazardNo: HazardNo,
  track: Track,
  /** Why no organisation was found. */
  why: z.strictObject({ zh: z.string(), en: z.string() }),
});
