import { z } from 'zod';
import { Responsible } from '../events/hazard.ts';
import { Code, HazardNo, Instant, PlaceCode } from '../ids.ts';
import { HazardKind } from '../reference/items.ts';
import { RegisterHazard } from './hazards.ts';
import { pageOf, pageQuery } from './paging.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);
const By = z.strictObject({ person: z.string(), orgCode: Code });

/** What of a hazard can be corrected; number, dates and deadline never change. */
const { kind, massCasualties, responsible, place, fieldCode, standardCode, clauseNo, clauseReason } =
  RegisterHazard.shape;
const { description, report, coOrgs } = RegisterHazard.shape;

/** The new values; what is left out stays as it is. A standard that is changed is cited anew, with its clause or reason. */
export const HazardChanges = z
  .strictObject({
    kind,
    massCasualties,
    responsible,
    place,
    fieldCode,
    standardCode,
    clauseNo,
    clauseReason,
    description,
    report,
    coOrgs: coOrgs.unwrap(),
  })
  .partial();
export type HazardChanges = z.infer<typeof HazardChanges>;

export const CorrectHazard = z.strictObject({ reason: Text(1000), changes: HazardChanges });
export type CorrectHazard = z.infer<typeof CorrectHazard>;

/** What a correction found and what it left, of the contents that differ; codes with the names they had. */
export const CorrectedContents = z
  .strictObject({
    kind: HazardKind,
    massCasualties,
    responsible: Responsible,
    place: z.strictObject({
      code: PlaceCode,
      nameZh: z.string(),
      cityCode: PlaceCode,
      cityNameZh: z.string(),
      address: z.string(),
    }),
    field: z.strictObject({ code: Code, nameZh: z.string() }),
    coOrgs: z.array(Code),
    standard: z.strictObject({ code: Code, titleZh: z.string() }),
    clauseNo: z.string().nullable(),
    clauseReason: z.string().nullable(),
    description: z.string(),
    report,
  })
  .partial();
export type CorrectedContents = z.infer<typeof CorrectedContents>;

export const CorrectionReply = z.strictObject({
  correctionId: z.uuid(),
  hazardNo: HazardNo,
  /** From 1, one more with each correction of the hazard. */
  version: z.int().min(1),
  reason: z.string(),
  before: CorrectedContents,
  after: CorrectedContents,
  by: By,
  at: Instant,
});
export type CorrectionReply = z.infer<typeof CorrectionReply>;

export const ListCorrections = z.strictObject({ ...pageQuery });
export type ListCorrections = z.infer<typeof ListCorrections>;
export const CorrectionPage = pageOf(CorrectionReply);

export const RequestWithdrawal = z.strictObject({ reason: Text(1000) });
export type RequestWithdrawal = z.infer<typeof RequestWithdrawal>;

export const DecideWithdrawal = z.strictObject({ approved: z.boolean(), opinion: Text(1000) });
export type DecideWithdrawal = z.infer<typeof DecideWithdrawal>;

/**
 * How a withdrawal stands. `approved`: the owners are ending what they have to do with the hazard; `completed`: each
 * has; `overtaken`: the hazard was struck off before the decision reached supervision, and stays so.
 */
export const WithdrawalState = z.enum(['requested', 'refused', 'approved', 'completed', 'overtaken']);
export type WithdrawalState = z.infer<typeof WithdrawalState>;

export const WithdrawalReply = z.strictObject({
  withdrawalId: z.uuid(),
  hazardNo: HazardNo,
  state: WithdrawalState,
  requested: z.strictObject({ reason: z.string(), by: By, at: Instant }),
  /** Null until somebody has decided. */
  decided: z.strictObject({ opinion: z.string(), by: By, at: Instant }).nullable(),
  /** Owners that have confirmed. */
  confirmedBy: z.array(z.string()),
  /** When the last owner confirmed. */
  endedAt: Instant.nullable(),
});
export type WithdrawalReply = z.infer<typeof WithdrawalReply>;
