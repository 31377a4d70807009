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

const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });

export const CampaignList = listOf(Campaign);
export const PlaceList = listOf(Place);
export const OrganisationList = listOf(Organisation);
export const OfficeList = listOf(Office);
export const FieldList = listOf(FieldOfSupervision);
export const LeadingGroupList = listOf(LeadingGroup);
export const StandardList = listOf(
  Standard.extend({ effectiveFrom: LocalDate, effectiveTo: LocalDate.nullable() }),
);
export const ClauseList = listOf(Clause);
export const CalendarReply = CalendarYear;

export const CampaignParams = z.strictObject({ code: z.string().regex(/^[A-Z0-9]{2,12}$/) });
export const StandardParams = z.strictObject({ code: z.string() });
export const YearParams = z.strictObject({ year: z.string().regex(/^\d{4}$/) });
export const DayParams = z.strictObject({ date: LocalDate });

export const CreateCampaign = Campaign;
/** The next policy version; `version` must be one above the latest. */
export const ChangePolicy = z.strictObject({ policy: Policy, reason: z.string().trim().min(2).max(1000) });
export const ChangeDay = z.strictObject({
  kind: z.enum(['holiday', 'makeUpDay', 'ordinary']),
  reason: z.string().trim().min(2).max(1000),
});
