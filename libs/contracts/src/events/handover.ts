import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';

export const Track = z.enum(['territorial', 'industry']);
export type Track = z.infer<typeof Track>;

/**
 * How a handover stands. `insisted`: the campaign office held on to it against a refusal. `redirected`: the hazard's
 * place or field was corrected, and another organisation has it now.
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
});
export type HandoverFact = z.infer<typeof HandoverFact>;

export const HandoverRefused = HandoverFact.extend({ reason: z.string() });
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
