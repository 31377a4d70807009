import { z } from 'zod';
import { LocalDate } from '../ids.ts';
import {
  CalendarYear,
  Campaign,
  Clause,
  FieldOfSupervision,
  LeadingGroup,
  Office,
  Organisation,
  Place,
  Standard,
} from '../reference/items.ts';
import { Policy } from '../reference/policy.ts';

/** Lists of reference data are as of a day (default: today, business time). */
export const AsOf = z.strictObject({ asOf: LocalDate.optional() });
export type AsOf = z.infer<typeof AsOf>;

const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });

export const CampaignList = listOf(Campaign);
export type CampaignList = z.infer<typeof CampaignList>;
export const PlaceList = listOf(Place);
export type PlaceList = z.infer<typeof PlaceList>;
export const OrganisationList = listOf(Organisation);
export type OrganisationList = z.infer<typeof OrganisationList>;
/** Without mailboxes: those are for the product's own messages. */
export const OfficeList = listOf(Office.omit({ email: true }));
export type OfficeList = z.infer<typeof OfficeList>;
export const FieldList = listOf(FieldOfSupervision);
export type FieldList = z.infer<typeof FieldList>;
export const LeadingGroupList = listOf(LeadingGroup);
export type LeadingGroupList = z.infer<typeof LeadingGroupList>;
export const StandardList = listOf(
  Standard.extend({ effectiveFrom: LocalDate, effectiveTo: LocalDate.nullable() }),
);
export type StandardList = z.infer<typeof StandardList>;
export const ClauseList = listOf(Clause);
export type ClauseList = z.infer<typeof ClauseList>;
export const CalendarReply = CalendarYear;
export type CalendarReply = CalendarYear;

export const CampaignParams = z.strictObject({ code: z.string().regex(/^[A-Z0-9]{2,12}$/) });
export type CampaignParams = z.infer<typeof CampaignParams>;
export const StandardParams = z.strictObject({ code: z.string() });
export type StandardParams = z.infer<typeof StandardParams>;
export const YearParams = z.strictObject({ year: z.string().regex(/^\d{4}$/) });
export type YearParams = z.infer<typeof YearParams>;
export const DayParams = z.strictObject({ date: LocalDate });
export type DayParams = z.infer<typeof DayParams>;

export const CreateCampaign = Campaign;
export type CreateCampaign = Campaign;
/** The next policy version; `version` must be one above the latest. */
export const ChangePolicy = z.strictObject({ policy: Policy, reason: z.string().trim().min(2).max(1000) });
export type ChangePolicy = z.infer<typeof ChangePolicy>;
/** A year's days that differ from Monday to Friday, after the State Council's notice. */
export const LoadYear = z.strictObject({
  /** Weekdays that are holidays. */
  holidays: z.array(LocalDate).max(366),
  /** Saturdays and Sundays that are worked. */
  makeUpDays: z.array(LocalDate).max(366),
  reason: z.string().trim().min(2).max(1000),
});
export type LoadYear = z.infer<typeof LoadYear>;
export const ChangeDay = z.strictObject({
  kind: z.enum(['holiday', 'makeUpDay', 'ordinary']),
  reason: z.string().trim().min(2).max(1000),
});
export type ChangeDay = z.infer<typeof ChangeDay>;
