import { z } from 'zod';
import { LocalDate } from '../ids.ts';

/** Services that own clocks. */
export const clockOwners = ['handover', 'supervision', 'disclosure'] as const;
export type ClockOwner = (typeof clockOwners)[number];

/** A period. Days, months and working days end at `dayEnds`; shorter units run from the instant itself. */
export const Period = z.union([
  z.strictObject({ workingDays: z.int().min(0).max(400) }),
  z.strictObject({ days: z.int().min(0).max(400) }),
  z.strictObject({ months: z.int().min(0).max(24) }),
  z.strictObject({ hours: z.int().min(1).max(240) }),
  z.strictObject({ seconds: z.int().min(1).max(86_400) }),
]);
export type Period = z.infer<typeof Period>;

/**
 * Rungs of the ladder in the order in which they are climbed. `raise` is for what follows a warning interview: its
 * clock is overdue for good, and verification goes one level up (提级核查).
 */
export const RungName = z.enum(['reminder', 'overdue', 'leader', 'interview', 'raise']);
export type RungName = z.infer<typeof RungName>;

/**
 * Whom a rung is told to, by the office held at that moment. `responsible`: the handlers of the organisation that must
 * act; `unitLeader`: its leader; `superior`: the organisation one level up; `viceGovernor`: of the hazard's field;
 * `doubleLeaders`: of the hazard's city; `supervisoryOrgan`: the campaign office and the governor, who get a copy.
 */
export const RungRecipient = z.enum([
  'responsible',
  'unitLeader',
  'superior',
  'viceGovernor',
  'doubleLeaders',
  'governor',
  'campaignOffice',
  'supervisoryOrgan',
]);
export type RungRecipient = z.infer<typeof RungRecipient>;

/**
 * What a rung does besides being told. `markOverdue`: the clock bears `overdueAt` from its due on, with or without a rung
 * that says so; `circularEntry`: the fact of the rung is noted for the circular, which is not built; `interview`: opens
 * a warning interview; `raiseOneLevel`: the superior is told as well, and asked to verify; `copyToSupervisoryOrgan`:
 * that is told as well.
 */
export const RungAction = z.enum([
  'remind',
  'notify',
  'markOverdue',
  'circularEntry',
  'interview',
  'raiseOneLevel',
  'copyToSupervisoryOrgan',
]);
export type RungAction = z.infer<typeof RungAction>;

/**
 * `before`: that much ahead of the due instant; `after`: that much behind it; neither: on it. Recipients and actions
 * that are left out are the product's own for a rung of that name.
 */
export const Rung = z.strictObject({
  rung: RungName,
  before: Period.optional(),
  after: Period.optional(),
  to: z.array(RungRecipient).min(1).optional(),
  actions: z.array(RungAction).min(1).optional(),
});
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
  'extensionDecision',
  'interviewHeld',
  'interviewReply',
]);
export type ClockKind = z.infer<typeof ClockKind>;

/** What starts a clock, or ends it, in the words of the loop. */
export const ClockFactName = z.enum([
  'hazardRegistered',
  'handoversDispatched',
  'handoverDispatched',
  'handoverAnswered',
  'handoverRefused',
  'refusalDecided',
  'rectifying',
  'planFiled',
  'progressReported',
  'completionReported',
  'verdictFailed',
  'acceptanceApplied',
  'verdictGiven',
  'verdictPassed',
  'struckOff',
  'supervisionLevelSet',
  'decisionTaken',
  'published',
  'monthEnded',
  'editionPublished',
  'petitionFiled',
  'petitionDecided',
  'interviewOpened',
  'interviewHeld',
  'writtenReply',
]);
export type ClockFactName = z.infer<typeof ClockFactName>;

/** Where a figure comes from. */
export const Basis = z.strictObject({
  /** `default`: our own figure, shown as "not from a regulation". */
  origin: z.enum(['regulation', 'default']),
  zh: z.string(),
  en: z.string(),
});
export type Basis = z.infer<typeof Basis>;

/**
 * One clock of the policy: what starts and ends it, who owns it, its period, its ladder, and where the figure comes
 * from. Policies of earlier versions do not say start, end and owner: then they are the product's own.
 */
export const ClockRule = z.strictObject({
  startsWith: z.array(ClockFactName).min(1).optional(),
  endsWith: z.array(ClockFactName).min(1).optional(),
  owner: z.enum(clockOwners).optional(),
  period: Period,
  ladder: z.array(Rung).min(1),
  /** Items to be tracked to zero: their alarms from the due on are delivered at any hour. */
  trackToZero: z.boolean().optional(),
  basis: Basis,
});
export type ClockRule = z.infer<typeof ClockRule>;

/** Until when a petition for another date is in time, and how long its decision may take. */
const PetitionTerm = z.strictObject({ fileBefore: Period, decideIn: Period });

/** Extension petitions. Basis: Qingdao 3+X rule of 2012 for the longer periods; the shorter ones are our default. */
export const PetitionRules = z.strictObject({
  /** How many agreed extensions a hazard may have. */
  allowance: z.int().min(0).max(12),
  /** A rectification period of more days than this is a long one. */
  longPeriodDays: z.int().min(1).max(400),
  long: PetitionTerm,
  short: PetitionTerm,
  basis: Basis,
});
export type PetitionRules = z.infer<typeof PetitionRules>;

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
  /** Left out: the product's own. */
  petitions: PetitionRules.optional(),
  /** Left out: the product's own days. */
  monthly: MonthlyDays.optional(),
  /** Seconds and round-the-clock notices are for demonstrations only, and the screens say so. */
  demonstration: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;
