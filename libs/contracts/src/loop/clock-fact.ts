import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';
import { ClockKind, clockOwners, RungAction, RungName, RungRecipient } from '../reference/policy.ts';

/** The one shape in which a clock of any owner reaches the loop. */
export const ClockFact = z.strictObject({
  clockId: z.string().min(3).max(200),
  owner: z.enum(clockOwners),
  kind: ClockKind,
  hazardNo: HazardNo,
  /** Rises with every change of the row; the highest wins. */
  version: z.int().min(1),
  state: z.enum(['open', 'met', 'cancelled']),
  due: Instant,
  /** When the owner wants to be asked next; null: not again. */
  wakeAt: Instant.nullable(),
  overdueAt: Instant.nullable(),
  /** It stands still, by order of a court or by force majeure; left out where it runs. */
  paused: z.literal(true).optional(),
  /**
   * Moved with many others, and not to an earlier wake-up: no workflow need be woken to hear of it, it asks when its
   * timer fires.
   */
  unhurried: z.literal(true).optional(),
  /** The organisation that must act. */
  waitsFor: z.strictObject({ orgCode: Code, orgName: z.string() }),
});
export type ClockFact = z.infer<typeof ClockFact>;

/** A rung of the ladder was taken: told to the organisation, its leaders and its superior. */
export const RungTaken = z.strictObject({
  clockId: z.string(),
  kind: ClockKind,
  hazardNo: HazardNo,
  rung: RungName,
  due: Instant,
  /** Rungs that were due earlier but were not taken (the owner was down past them). */
  skipped: z.array(RungName),
  /** Whom it is told to, and what it does; facts of earlier versions leave them out. */
  to: z.array(RungRecipient).optional(),
  actions: z.array(RungAction).optional(),
  waitsFor: z.strictObject({ orgCode: Code, orgName: z.string() }),
});
export type RungTaken = z.infer<typeof RungTaken>;

/** How a clock stands in its owner's books when the owner answers: the answer may overtake the fact of a change. */
export interface ClockStanding {
  readonly due: string;
  /** Name of the organisation that must act. */
  readonly waitsFor: string;
  readonly overdueAt: string | null;
}

type ClockOutcome = { readonly version: number } & (
  | { readonly outcome: 'ended' }
  | { readonly outcome: 'notYet'; readonly remainingMs: number }
  /** It stands still: there is nothing to wait for until its owner tells that it goes on. */
  | { readonly outcome: 'paused' }
  | {
      readonly outcome: 'rungTaken';
      readonly rung: RungName;
      /** Milliseconds until the next rung by the owner's clock; null: the ladder is climbed. */
      readonly nextInMs: number | null;
    }
);

/** The owner's answer when the loop's timer has fired and asks. */
export type ClockDecision = ClockOutcome & ClockStanding;

/** An answer as histories keep it: earlier ones say nothing, or little, of how the clock stood. */
export type RecordedDecision = ClockOutcome & Partial<ClockStanding>;
