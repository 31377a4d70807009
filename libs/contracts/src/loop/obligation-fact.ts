import { z } from 'zod';
import { Month } from '../ids.ts';
import { ClockFact, RungTaken } from './clock-fact.ts';

/** What a clock that belongs to no hazard is about. */
export const ObligationSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('monthlyEdition'), campaignCode: z.string(), month: Month }),
  z.strictObject({ kind: z.literal('interview'), campaignCode: z.string(), interviewId: z.uuid() }),
]);
export type ObligationSubject = z.infer<typeof ObligationSubject>;

/** Subject and name of an obligation. */
export const Obligation = z.strictObject({
  subject: ObligationSubject,
  title: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type Obligation = z.infer<typeof Obligation>;

/** The one shape in which a clock without a hazard reaches its workflow; the key is the clock's id. */
export const ObligationFact = ClockFact.omit({ hazardNo: true }).extend(Obligation.shape);
export type ObligationFact = z.infer<typeof ObligationFact>;

/** A rung of the ladder was taken for a clock without a hazard. */
export const ObligationRungTaken = RungTaken.omit({ hazardNo: true }).extend(Obligation.shape);
export type ObligationRungTaken = z.infer<typeof ObligationRungTaken>;
