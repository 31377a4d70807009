import { z } from 'zod';
import { OrganisationLevel, Role } from '../actor.ts';
import { Code, LocalDate, PlaceCode } from '../ids.ts';
import { Policy } from './policy.ts';

const Names = { nameZh: z.string().min(1), nameEn: z.string().min(1) };

export const Place = z.strictObject({
  code: PlaceCode,
  ...Names,
  level: z.enum(['province', 'city', 'county']),
  /** Code of the prefecture-level city; for a city its own code, for the province its own. */
  cityCode: PlaceCode,
});
export type Place = z.infer<typeof Place>;

export const Organisation = z.strictObject({
  code: Code,
  ...Names,
  level: OrganisationLevel,
  /** The organisation one level up; null only at the top. */
  parentCode: Code.nullable(),
  placeCode: PlaceCode,
  campaignOffice: z.boolean(),
  /** Unified social credit code, enterprises only. */
  creditCode: z.string().nullable(),
});
export type Organisation = z.infer<typeof Organisation>;

/** A person's office: who holds which role in which organisation, for which term (the item's effective dates). */
export const Office = z.strictObject({
  code: Code,
  person: Code,
  /** The role in words, e.g. "太原市人民政府 经办人"; never a personal name. */
  titleZh: z.string(),
  titleEn: z.string(),
  orgCode: Code,
  role: Role,
  /** Where messages to the office are sent besides; left out: it has no address and reads them here. */
  email: z.email().optional(),
});
export type Office = z.infer<typeof Office>;

export const FieldOfSupervision = z.strictObject({
  code: Code,
  /** Two to four letters used in hazard numbers. */
  letters: z.string().regex(/^[A-Z]{2,4}$/),
  ...Names,
  /** New business forms and new areas 新业态新领域. */
  newForm: z.boolean(),
  leadOrg: Code,
  coOrgs: z.array(Code),
  /** Person holding the vice-governor's office in charge of the field. */
  viceGovernor: Code,
});
export type FieldOfSupervision = z.infer<typeof FieldOfSupervision>;

export const LeadingGroup = z.strictObject({
  code: Code,
  ...Names,
  level: z.enum(['province', 'field', 'city']),
  /** Place code or field code it leads. */
  subject: z.string(),
  /** Persons who lead it: the governor, the vice-governor, or the double leaders of a city. */
  leaders: z.array(Code).min(1),
});
export type LeadingGroup = z.infer<typeof LeadingGroup>;

export const Campaign = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{2,12}$/),
  ...Names,
  startsOn: LocalDate,
  endsOn: LocalDate,
  /** Field codes in it; empty means all. */
  fields: z.array(Code),
  policies: z.array(Policy).min(1),
});
export type Campaign = z.infer<typeof Campaign>;

export const Standard = z.strictObject({
  code: Code,
  fieldCode: Code,
  titleZh: z.string(),
  /** Official number; empty where none was found. */
  issuingNo: z.string(),
  issuerZh: z.string(),
  clausesSupplied: z.int().min(0),
});
export type Standard = z.infer<typeof Standard>;

export const HazardKind = z.enum(['facility_failure', 'illegal_act', 'management_deficiency']);
export type HazardKind = z.infer<typeof HazardKind>;

export const Clause = z.strictObject({
  /** `<standard>.<position>`; the clause number itself is not a code. */
  code: Code,
  standardCode: Code,
  clauseNo: z.string().min(1),
  kind: HazardKind,
  labelZh: z.string(),
  labelEn: z.string(),
  typicalFindingZh: z.string(),
});
export type Clause = z.infer<typeof Clause>;

/** One stored year: the days that differ from Monday–Friday. Basis: the State Council's yearly notice. */
export const CalendarYear = z.strictObject({
  code: z.string().regex(/^\d{4}$/),
  version: z.int().min(1),
  /** Weekdays that are holidays. */
  holidays: z.array(LocalDate),
  /** Saturdays and Sundays that are worked. */
  makeUpDays: z.array(LocalDate),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Marks a complete set: what a copy must hold before its service is ready. */
export const Manifest = z.strictObject({ code: z.literal('all'), items: z.int().min(1) });
export type Manifest = z.infer<typeof Manifest>;

/** Kinds of reference data and their shapes. */
export const referenceSchemas = {
  place: Place,
  organisation: Organisation,
  office: Office,
  field: FieldOfSupervision,
  leadingGroup: LeadingGroup,
  campaign: Campaign,
  standard: Standard,
  clause: Clause,
  calendarYear: CalendarYear,
  manifest: Manifest,
} as const;

export type ReferenceKind = keyof typeof referenceSchemas;
export type ReferenceBody<K extends ReferenceKind> = z.infer<(typeof referenceSchemas)[K]>;

/** One reference item as stored and published: body, effective dates (`effectiveTo` inclusive, null = still in force) and version. */
export interface ReferenceItem<K extends ReferenceKind = ReferenceKind> {
  readonly kind: K;
  readonly code: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly version: number;
  readonly body: ReferenceBody<K>;
}
