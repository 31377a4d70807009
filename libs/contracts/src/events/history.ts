import { z } from 'zod';
import { Code, Instant } from '../ids.ts';
import { Track } from './handover.ts';

/** A handover as an older system tells of it. */
export const PastHandover = z.strictObject({
  track: Track,
  dispatchedAt: Instant,
  /** Null while it was not answered. */
  answeredAt: Instant.nullable(),
});
export type PastHandover = z.infer<typeof PastHandover>;

/**
 * The past of a hazard that a ledger from an older system brings along, as reported by whoever brought it. Days
 * count from 09:00 Asia/Shanghai. Null: it had not happened when the ledger was brought.
 */
export const HazardHistory = z.strictObject({
  /** The organisation that brought the ledger. */
  reportedBy: Code,
  reportedByName: z.string(),
  /** Business time at which it was brought. */
  reportedAt: Instant,
  importId: z.uuid(),
  /** At most one a track, in which case both were dispatched in the past. */
  handovers: z.array(PastHandover).max(2),
  planFiledAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  struckOffAt: Instant.nullable(),
});
export type HazardHistory = z.infer<typeof HazardHistory>;
