import { z } from 'zod';
import { Code, HazardNo, Instant, LocalDate, PlaceCode } from '../ids.ts';
import { FoundBy, Responsible } from '../events/hazard.ts';
import { HazardHistory } from '../events/history.ts';
import { HazardState, MarkName } from '../loop/loop.ts';
import { HazardKind } from '../reference/items.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);

/** What is reported of a hazard: state and cause, harm and difficulty. Basis: Order No. 16 of the former SAWS, art. 14. */
export const HazardReport = z.strictObject({
  stateAndCause: Text(4000),
  harmAndDifficulty: Text(4000),
});

/** Unit with its 18-character credit code (GB 32100-2015), or the body that must act where no operating entity exists. */
export const ResponsibleInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('unit'),
    name: Text(200),
    creditCode: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
  }),
  z.strictObject({ type: z.literal('body'), name: Text(200), orgCode: Code.optional() }),
]);

export const RegisterHazard = z.strictObject({
  campaignCode: z.string().min(1).max(12),
  kind: HazardKind,
  massCasualties: z.boolean(),
  foundBy: FoundBy,
  foundOn: LocalDate,
  responsible: ResponsibleInput,
  place: z.strictObject({ code: PlaceCode, address: Text(300) }),
  fieldCode: Code,
  /** Departments that share the hazard besides the field's own; empty where the field's own suffice. */
  coOrgs: z.array(Code).max(10).default([]),
  standardCode: Code,
  clauseNo: Text(60).optional(),
  /** Why the standard applies, where it has no clauses supplied. */
  clauseReason: Text(1000).optional(),
  description: Text(2000),
  report: HazardReport,
  /** Last day of rectification, Asia/Shanghai; default: the policy's period from today. */
  deadline: LocalDate.optional(),
});
export type RegisterHazard = z.infer<typeof RegisterHazard>;

export const MarksReply = z.partialRecord(
  z.enum(MarkName),
  z.strictObject({ first: Instant, last: Instant }),
);

export const HazardSummary = z.strictObject({
  hazardNo: HazardNo,
  campaignCode: z.string(),
  state: z.enum(HazardState),
  overdue: z.boolean(),
  kind: HazardKind,
  massCasualties: z.boolean(),
  responsibleName: z.string(),
  placeCode: PlaceCode,
  placeName: z.string(),
  cityCode: PlaceCode,
  cityName: z.string(),
  fieldCode: Code,
  fieldName: z.string(),
  foundOn: LocalDate,
  registeredAt: Instant,
  /** End of rectification as it was set at registration. */
  deadline: Instant,
  /** End of rectification as it stands: failed verdicts, extensions and pauses included. */
  rectifyDue: Instant,
  description: z.string(),
});
export type HazardSummary = z.infer<typeof HazardSummary>;

export const HazardDetail = HazardSummary.extend({
  foundBy: FoundBy,
  responsible: Responsible,
  address: z.string(),
  coOrgs: z.array(Code),
  standardCode: Code,
  standardTitle: z.string(),
  clauseNo: z.string().nullable(),
  clauseReason: z.string().nullable(),
  report: HazardReport,
  marks: MarksReply,
  registeredBy: z.strictObject({ orgCode: Code.nullable(), person: z.string() }),
  /** Its past, where a ledger from an older system brought it. */
  history: HazardHistory.optional(),
  /** The import that brought it. */
  importId: z.uuid().optional(),
});
export type HazardDetail = z.infer<typeof HazardDetail>;

export const ListHazards = z.strictObject({
  ...pageQuery,
  campaignCode: z.string().optional(),
  cityCode: PlaceCode.optional(),
  placeCode: PlaceCode.optional(),
  fieldCode: Code.optional(),
  state: z.enum(HazardState).optional(),
  kind: HazardKind.optional(),
  overdue: flag.optional(),
  /** Those that an import has brought. */
  importId: z.uuid().optional(),
  /** Whether the loop has nothing left to do: struck off, published, assessed, and no clock open. */
  finished: flag.optional(),
  foundFrom: LocalDate.optional(),
  foundTo: LocalDate.optional(),
  /** Searched in unit name, address and description. */
  search: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['-registeredAt', 'registeredAt', 'deadline', '-deadline']).default('-registeredAt'),
});
export type ListHazards = z.infer<typeof ListHazards>;

export const HazardPage = pageOf(HazardSummary);

export const HazardParams = z.strictObject({ no: HazardNo });

export const RegisteredReply = z.strictObject({
  hazardNo: HazardNo,
  registeredAt: Instant,
  deadline: Instant,
});
export type RegisteredReply = z.infer<typeof RegisteredReply>;

/** One line of a hazard's history; texts are written by the owner. */
export const TimelineEntry = z.strictObject({
  at: Instant,
  owner: z.string(),
  type: z.string(),
  actor: z.strictObject({ person: z.string(), orgCode: Code.nullable(), role: z.string() }),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** An owner that did not answer is named in `unavailable`, never left out. */
export const Timeline = z.strictObject({
  hazardNo: HazardNo,
  entries: z.array(TimelineEntry),
  unavailable: z.array(z.string()),
});

/** What a single owner answers for the composed views. */
export const OwnerTimeline = z.strictObject({ entries: z.array(TimelineEntry) });
