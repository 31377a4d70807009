import { z } from 'zod';
import { LocalDate } from '../ids.ts';

/** A period. Days, months and working days end at `dayEnds`; shorter units run from the instant itself. */
export const Period = z.union([
  z.strictObject({ workingDays: z.int().min(0).max(400) }),
  z.strictObject({ days: z.int().min(0).max(400) }),
  z.strictObject({ months: z.int().min(0).max(24) }),
  z.strictObject({ hours: z.int().min(1).max(240) }),
  z.strictObject({ seconds: z.int().min(1).max(86_400) }),
]);
export type Period = z.infer<typeof Period>;

/** Rungs of the ladder in the order in which they are climbed. */
export const RungName = z.enum(['reminder', 'overdue', 'leader', 'interview']);
export type RungName = z.infer<typeof RungName>;

/** `before`: that much ahead of the due instant; `after`: that much behind it; neither: on it. */
export const Rung = z.strictObject({ rung: RungName, before: Period.optional(), after: Period.optional() });
export type Rung = z.infer<typeof Rung>;

export const ClockKind = z.enum([
  'handOver',
  'acknowledge',
  'refusalDecision',
  'plan',
  'progress',
  'rectify',
  'accept',
  'strikeOff',
  'listing',
  'publishListing',
  'publishStrikeOff',
  'penaltyPublication',
  'monthlyEdition',
]);
export type ClockKind = z.infer<typeof ClockKind>;

/** One clock of the policy: its period, its ladder, and where the figure comes from. */
export const ClockRule = z.strictObject({
  period: Period,
  ladder: z.array(Rung).min(1),
  basis: z.strictObject({
    /** `default`: our own figure, shown as "not from a regulation". */
    origin: z.enum(['regulation', 'default']),
    zh: z.string(),
    en: z.string(),
  }),
});
export type ClockRule = z.infer<typeof ClockRule>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** On which day of the following month the month's edition and assessment are made, and at what time, Asia/Shanghai. */
export const MonthlyDays = z.strictObject({
  edition: z.int().min(1).max(28),
  assessment: z.int().min(1).max(28),
  at: TimeOfDay,
});
export type MonthlyDays = z.infer<typeof MonthlyDays>;

/** Clocks and ladders of a campaign from a date on. */
export const Policy = z.strictObject({
  version: z.int().min(1),
  effectiveFrom: LocalDate,
  /** A period of days ends at this time of day, Asia/Shanghai; exactly then is late. */
  dayEnds: TimeOfDay,
  /** Notices are delivered between these times of day, Asia/Shanghai. */
  noticeHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }),
  /** A clock that is left out has the product's own rule. */
  clocks: z.partialRecord(ClockKind, ClockRule),
  /** Left out: the product's own days. */
  monthly: MonthlyDays.optional(),
  /** Seconds and round-the-clock notices are for demonstrations only, and the screens say so. */
  demonstration: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;
