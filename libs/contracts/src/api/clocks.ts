import { z } from 'zod';
import { Code, HazardNo, Instant, LocalDate } from '../ids.ts';
import { ClockFact } from '../loop/clock-fact.ts';
import {
  Basis,
  ClockFactName,
  ClockKind,
  Period,
  RungAction,
  RungName,
  RungRecipient,
} from '../reference/policy.ts';

const Reason = z.string().trim().min(2).max(1000);

/** Why a clock may stand still. */
export const PauseReason = z.enum(['courtOrder', 'forceMajeure']);
export type PauseReason = z.infer<typeof PauseReason>;

/** A rung still ahead: what happens, when, and to whom it is told, if nobody does anything. */
export const RungAhead = z.strictObject({
  rung: RungName,
  at: Instant,
  to: z.array(RungRecipient),
  actions: z.array(RungAction),
  /** The sentence in the caller's language. */
  text: z.string(),
});
export type RungAhead = z.infer<typeof RungAhead>;

/** One day between a clock's start and its due, counted or passed over, with the reason. */
export const CountedDay = z.strictObject({
  date: LocalDate,
  counted: z.boolean(),
  reason: z.enum([
    'startDay',
    'workingDay',
    'makeUpDay',
    'calendarDay',
    'carried',
    'weekend',
    'holiday',
    'paused',
  ]),
  /** The reason in the caller's language. */
  why: z.string(),
});

/** What changed a clock: pauses and extensions are further rows, never overwrites. */
export const ClockChange = z.strictObject({
  kind: z.enum(['pause', 'resume', 'extension', 'reprojection']),
  at: Instant,
  dueBefore: Instant,
  dueAfter: Instant,
  reasonCode: PauseReason.nullable(),
  reason: z.string(),
  /** What it was decided by: number of the order, id of the petition, hash of the re-projection. */
  reference: z.string().nullable(),
  /** Who approved it. */
  person: z.string(),
  orgCode: Code.nullable(),
});

/** A clock with everything that its date follows from. */
export const ClockReply = ClockFact.omit({ paused: true, unhurried: true }).extend({
  startedAt: Instant,
  /** What started it, as the policy says. */
  startsWith: z.array(ClockFactName),
  /** What ends it, as the policy says. */
  endsWith: z.array(ClockFactName),
  /** Null for a date that a person named. */
  period: Period.nullable(),
  /** "Why this date", in the caller's language. */
  explanation: z.string(),
  policyVersion: z.int(),
  calendarVersion: z.int(),
  /** Counted through a year whose calendar is not stored. */
  provisional: z.boolean(),
  /** Where the figure comes from; `default` is our own, not from a regulation. The text in the caller's language. */
  basis: z.strictObject({ origin: Basis.shape.origin, text: z.string() }),
  /** Each day counted or passed over; empty for a date that a person named or granted. */
  days: z.array(CountedDay),
  /** By the calendar of today the due would be another: it waits for a re-projection. Null where it is the same. */
  dueByToday: Instant.nullable(),
  pausedAt: Instant.nullable(),
  changes: z.array(ClockChange),
  rungsTaken: z.array(z.strictObject({ rung: z.string(), at: Instant })),
  /** Reminders and rungs that nobody was told of: missed while the service was away, or behind a new date. */
  rungsSkipped: z.array(z.strictObject({ rung: z.string(), at: Instant })),
  rungsAhead: z.array(RungAhead),
});
export type ClockReply = z.infer<typeof ClockReply>;

/** An owner that did not answer is named in `unavailable`, never left out. */
export const HazardClocks = z.strictObject({
  hazardNo: HazardNo,
  clocks: z.array(ClockReply),
  unavailable: z.array(z.string()),
});

/** What a single owner answers for the composed views. */
export const OwnerClocks = z.strictObject({ clocks: z.array(ClockReply) });

/** What will happen to a hazard, when, if nothing is done: the rungs ahead of all its open clocks, in order. */
export const Outlook = z.strictObject({
  hazardNo: HazardNo,
  items: z.array(
    RungAhead.extend({
      clockId: z.string(),
      kind: ClockKind,
      due: Instant,
      waitsFor: ClockFact.shape.waitsFor,
    }),
  ),
  /** Clocks that stand still: nothing happens until they go on. */
  paused: z.array(z.strictObject({ clockId: z.string(), kind: ClockKind, since: Instant })),
  unavailable: z.array(z.string()),
});
export type Outlook = z.infer<typeof Outlook>;

export const ClockParams = z.strictObject({ id: ClockFact.shape.clockId });

/** By the leader of the campaign office, who approves it. `version`: of the clock, as it was seen. */
export const PauseClock = z.strictObject({
  version: z.int().min(1),
  reasonCode: PauseReason,
  reason: Reason,
  /** Number of the order. */
  orderNo: z.string().trim().min(1).max(200).optional(),
});
export type PauseClock = z.infer<typeof PauseClock>;

export const ResumeClock = z.strictObject({ version: z.int().min(1), reason: Reason });
export type ResumeClock = z.infer<typeof ResumeClock>;
