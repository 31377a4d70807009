import { z } from 'zod';
import { Instant, Month, PlaceCode } from '../ids.ts';
import { MonthCut } from '../events/publication.ts';

const CampaignCode = z.string().regex(/^[A-Z0-9]{2,12}$/);

/** Asks for the assessment of a month that has ended. */
export const RequestAssessment = z.strictObject({ campaignCode: CampaignCode, month: Month });
export type RequestAssessment = z.infer<typeof RequestAssessment>;

export const OfCampaign = z.strictObject({ campaignCode: CampaignCode });
export type OfCampaign = z.infer<typeof OfCampaign>;

export const AssessmentParams = z.strictObject({ month: Month });
export type AssessmentParams = z.infer<typeof AssessmentParams>;

/**
 * How the assessment of a month stands. `notRequested`: its edition is published; `waiting`: for the edition, or for
 * facts; `telling`: its figures stand, its hazards are being told; `published`: public, its figures do not change.
 */
export const AssessmentState = z.enum(['notRequested', 'waiting', 'telling', 'published']);
export type AssessmentState = z.infer<typeof AssessmentState>;

export const MonthOfAssessment = z.strictObject({
  campaignCode: z.string(),
  month: Month,
  state: AssessmentState,
  /** The state in words, in the caller's language. */
  stateText: z.string(),
  requestedAt: Instant.nullable(),
  assessedAt: Instant.nullable(),
  /** 第N期 whose cut it counts; null until that edition is published. */
  editionNo: z.int().min(1).nullable(),
});
export type MonthOfAssessment = z.infer<typeof MonthOfAssessment>;

export const AssessmentList = z.strictObject({ items: z.array(MonthOfAssessment) });
export type AssessmentList = z.infer<typeof AssessmentList>;

const Count = z.int().min(0);
/** Null: nothing to divide by, printed as "/". */
const Rate = z.number().min(0).max(1).nullable();

/** Figures of indicator "overall" 总体情况, as of the end of a month; what each means is in `definitions`. */
export const OverallFigures = z.strictObject({
  found: Count,
  foundTotal: Count,
  struckOff: Count,
  struckOffTotal: Count,
  overallRate: Rate,
  due: Count,
  onTime: Count,
  onTimeRate: Rate,
  notYetDue: Count,
  overdue: Count,
  handovers: Count,
  handoversDue: Count,
  handoversOnTime: Count,
  handoverTimeliness: Rate,
});
export type OverallFigures = z.infer<typeof OverallFigures>;

export const OverallFigureName = OverallFigures.keyof();
export type OverallFigureName = z.infer<typeof OverallFigureName>;

/** Differences from the month assessed before; of rates in the same unit, null where either is. */
export const OverallChange = z.strictObject({
  foundTotal: z.int(),
  struckOffTotal: z.int(),
  overdue: z.int(),
  overallRate: z.number().nullable(),
  onTimeRate: z.number().nullable(),
  handoverTimeliness: z.number().nullable(),
});
export type OverallChange = z.infer<typeof OverallChange>;

export const CityAssessment = z.strictObject({
  cityCode: PlaceCode,
  cityName: z.string(),
  /** Null: too few hazards to be ranked. */
  rank: z.int().min(1).nullable(),
  figures: OverallFigures,
  /** Null where no month was assessed before. */
  change: OverallChange.nullable(),
});
export type CityAssessment = z.infer<typeof CityAssessment>;

export const FigureDefinition = z.strictObject({
  figure: z.union([OverallFigureName, z.literal('rank')]),
  name: z.string(),
  text: z.string(),
  /** True: our default, not from a regulation. */
  isDefault: z.boolean(),
});
export type FigureDefinition = z.infer<typeof FigureDefinition>;

/** A published figure of the month assessed before that would come out differently now. It stays as it was published. */
export const FigureRevision = z.strictObject({
  month: Month,
  cityCode: PlaceCode,
  cityName: z.string(),
  figure: OverallFigureName,
  published: z.number().nullable(),
  now: z.number().nullable(),
  text: z.string(),
});
export type FigureRevision = z.infer<typeof FigureRevision>;

export const AssessmentReply = z.strictObject({
  campaignCode: z.string(),
  month: Month,
  assessedAt: Instant,
  /** The edition whose cut is counted. */
  edition: z.strictObject({ no: z.int().min(1), publishedAt: Instant, cut: MonthCut }),
  /** In the order of their ranks; those without one last. */
  cities: z.array(CityAssessment),
  /** All cities together. */
  total: OverallFigures,
  /** The month that `change` and `revisions` compare with; null where none was assessed before. */
  comparedWith: Month.nullable(),
  revisions: z.array(FigureRevision),
  definitions: z.array(FigureDefinition),
  /** Rules that are our default, and other remarks. */
  notes: z.array(z.string()),
});
export type AssessmentReply = z.infer<typeof AssessmentReply>;
