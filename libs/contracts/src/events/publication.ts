import { z } from 'zod';
import { Instant, Month } from '../ids.ts';

/** Somebody, or the schedule, wants the month's edition; each month has one however often it is asked for. */
export const MonthRequested = z.strictObject({
  campaignCode: z.string(),
  month: Month,
  requestedAt: Instant,
});

/**
 * The cut of a month: which hazards it counts as found and as struck off. `digest` is the sum of the 64-bit hashes of
 * its lines (`<hazard number>|found` or `<hazard number>|struckOff`), in decimal: equal sets, equal digests, whatever
 * the order.
 */
export const MonthCut = z.strictObject({
  found: z.int().min(0),
  struckOff: z.int().min(0),
  digest: z.string().regex(/^-?\d+$/),
});
export type MonthCut = z.infer<typeof MonthCut>;

/** The month's edition is frozen and public; the month's assessment counts the same cut. */
export const EditionPublished = z.strictObject({
  campaignCode: z.string(),
  month: Month,
  /** 第N期, from 1 within a campaign. */
  no: z.int().min(1),
  publishedAt: Instant,
  cut: MonthCut,
});

/** The month's assessment is public. */
export const MonthAssessed = z.strictObject({ campaignCode: z.string(), month: Month, assessedAt: Instant });
