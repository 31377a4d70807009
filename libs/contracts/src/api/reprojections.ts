import { z } from 'zod';
import { Instant } from '../ids.ts';
import { ClockFact } from '../loop/clock-fact.ts';
import { ClockKind } from '../reference/policy.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const CampaignCode = z.string().regex(/^[A-Z0-9]{2,12}$/);

/**
 * Which open clocks are computed again. `calendar`: all whose date is counted, by the calendar as it is stored now, each
 * by the policy it started with. `policy`: those of a campaign, moved on purpose to another version of its policy. A
 * date that a person named or granted is never moved.
 */
export const ReprojectionCause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar'), campaignCode: CampaignCode.optional() }),
  z.strictObject({
    kind: z.literal('policy'),
    campaignCode: CampaignCode,
    toVersion: z.int().min(1),
    /** Left out: clocks of every kind. */
    kinds: z.array(ClockKind).min(1).optional(),
  }),
]);
export type ReprojectionCause = z.infer<typeof ReprojectionCause>;

export const PreviewReprojection = z.strictObject({ cause: ReprojectionCause });
export type PreviewReprojection = z.infer<typeof PreviewReprojection>;

/** How many clocks would move, and how. */
export const ReprojectionCounts = z.strictObject({
  /** Open clocks that were looked at. */
  looked: z.int(),
  earlier: z.int(),
  later: z.int(),
  /** Only their ladder or policy version changes. */
  sameDue: z.int(),
  /** Late from then on: their new date lies behind. */
  nowOverdue: z.int(),
});
export type ReprojectionCounts = z.infer<typeof ReprojectionCounts>;

/** A clock that would move. */
export const ReprojectedClock = z.strictObject({
  clockId: z.string(),
  kind: ClockKind,
  /** Null for a clock without a hazard. */
  hazardNo: z.string().nullable(),
  dueBefore: Instant,
  dueAfter: Instant,
});

/** What one owner answers: a hash over what would change, and the first clocks by their new date. */
export const OwnerPreview = z.strictObject({
  hash: z.string(),
  counts: ReprojectionCounts,
  sample: z.array(ReprojectedClock),
});
export type OwnerPreview = z.infer<typeof OwnerPreview>;

export const ReprojectionPreview = z.strictObject({
  /** Over the hashes of all owners: applying names it. */
  hash: Hash,
  counts: ReprojectionCounts,
  owners: z.array(OwnerPreview.extend({ owner: ClockFact.shape.owner })),
});
export type ReprojectionPreview = z.infer<typeof ReprojectionPreview>;

export const ReprojectionParams = z.strictObject({ hash: Hash });

/** By the leader of the campaign office, who approves it. */
export const ApplyReprojection = z.strictObject({
  cause: ReprojectionCause,
  reason: z.string().trim().min(2).max(1000),
});
export type ApplyReprojection = z.infer<typeof ApplyReprojection>;

/** What the gateway asks of an owner: its part of what was previewed as a whole. */
export const ApplyPart = ApplyReprojection.extend({
  /** The owner's own hash. */
  part: Hash,
});
export type ApplyPart = z.infer<typeof ApplyPart>;

export const OwnerApplied = z.strictObject({
  /** Of the owner's part, as it was previewed. */
  hash: Hash,
  counts: ReprojectionCounts,
  /** Clocks of which workflows and projections are still to be told, earlier wake-ups first. */
  toTell: z.int(),
});
export type OwnerApplied = z.infer<typeof OwnerApplied>;

/** What an owner answered before to the same Idempotency-Key. */
export const OwnerRecall = z.strictObject({ applied: OwnerApplied.nullable() });
export type OwnerRecall = z.infer<typeof OwnerRecall>;

export const ReprojectionApplied = z.strictObject({
  hash: Hash,
  counts: ReprojectionCounts,
  owners: z.array(OwnerApplied.extend({ owner: ClockFact.shape.owner })),
});
export type ReprojectionApplied = z.infer<typeof ReprojectionApplied>;

/** How many clocks that were moved are still to be told of to workflows and projections. */
export const ReprojectionProgress = z.strictObject({
  toTell: z.int(),
  owners: z.array(z.strictObject({ owner: ClockFact.shape.owner, toTell: z.int() })),
  unavailable: z.array(z.string()),
});
export type ReprojectionProgress = z.infer<typeof ReprojectionProgress>;

/** What a single owner answers for the progress. */
export const OwnerProgress = z.strictObject({ toTell: z.int() });
