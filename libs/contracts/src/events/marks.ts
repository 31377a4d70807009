import { z } from 'zod';
import { HazardNo, Instant, Month } from '../ids.ts';

/** The hazard stands in the published edition of a month, struck off or not; emitted by disclosure. */
export const HazardDisclosed = z.strictObject({
  hazardNo: HazardNo,
  month: Month,
  disclosedAt: Instant,
  /** True once the strike-off itself has been published. */
  strikeOffPublished: z.boolean(),
  /** `publication`: it was published by itself, ahead of the month's edition; left out: by an edition. */
  by: z.enum(['edition', 'publication']).optional(),
});

/** The hazard counted in a month's assessment; emitted by assessment. */
export const HazardAssessed = z.strictObject({
  hazardNo: HazardNo,
  month: Month,
  assessedAt: Instant,
  /** True once the month of its strike-off has been assessed. */
  strikeOffAssessed: z.boolean(),
});
