import { z } from 'zod';
import { HazardNo, Instant } from '../ids.ts';

const onHazard = { hazardNo: HazardNo };
/** Rounds of rectification: 1, and one more after each failed verdict. */
const inRound = { ...onHazard, round: z.int().min(1) };

export const PlanFiled = z.strictObject({ ...onHazard, filedAt: Instant });
export const ProgressReported = z.strictObject({
  ...onHazard,
  percent: z.int().min(0).max(100),
  reportedAt: Instant,
});
export const CompletionReported = z.strictObject({ ...inRound, reportedAt: Instant, onTime: z.boolean() });
export const AcceptanceApplied = z.strictObject({ ...inRound, appliedAt: Instant });
export const AcceptanceDecided = z.strictObject({
  ...inRound,
  passed: z.boolean(),
  decidedAt: Instant,
  /** Named in a failed verdict. */
  newDeadline: Instant.nullable(),
});
export const HazardStruckOff = z.strictObject({ ...onHazard, struckOffAt: Instant });
