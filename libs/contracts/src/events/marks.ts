import { z } from 'zod';
import { HazardNo, Instant } from '../ids.ts';

/** The hazard stands in the published edition of a month, struck off or not; emitted by disclosure. */
export const HazardDisclosed = z.strictObject({
  hazardNo: HazardNo,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  disclosedAt: Instant,
  /** True once the strike-off itself has been published. */
  strikeOffPublished: z.boolean(),
});

/** The hazard counted in a month's assessment; emitted by assessment. */
export const HazardAssessed = z.strictObject({
  hazardNo: HazardNo,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  assessedAt: Instant,
  /** True once the month of its strike-off has been assessed. */
  strikeOffAssessed: z.boolean(),
});
