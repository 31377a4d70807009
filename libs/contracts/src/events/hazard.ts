import { z } from 'zod';
import { Code, HazardNo, Instant, LocalDate, PlaceCode } from '../ids.ts';
import { HazardKind } from '../reference/items.ts';
import { HazardHistory } from './history.ts';

export const FoundBy = z.enum(['inspection', 'enterprise', 'public', 'transfer']);
export type FoundBy = z.infer<typeof FoundBy>;

/** The unit with its credit code, or the body that must act where no operating entity exists. */
export const Responsible = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('unit'), name: z.string(), creditCode: z.string() }),
  z.strictObject({ type: z.literal('body'), name: z.string(), orgCode: Code.nullable() }),
]);
export type Responsible = z.infer<typeof Responsible>;

/** Codes and names as they were when the hazard was filed. */
export const HazardRegistered = z.strictObject({
  hazardNo: HazardNo,
  campaignCode: z.string(),
  kind: HazardKind,
  massCasualties: z.boolean(),
  foundBy: FoundBy,
  foundOn: LocalDate,
  responsible: Responsible,
  place: z.strictObject({
    code: PlaceCode,
    nameZh: z.string(),
    cityCode: PlaceCode,
    cityNameZh: z.string(),
    address: z.string(),
  }),
  field: z.strictObject({ code: Code, nameZh: z.string(), leadOrg: Code, coOrgs: z.array(Code) }),
  standardCode: Code,
  clauseNo: z.string().nullable(),
  description: z.string(),
  registeredAt: Instant,
  /** End of the rectification period. */
  deadline: Instant,
  /** Its past, where a ledger from an older system brought it. */
  history: HazardHistory.optional(),
});
export type HazardRegistered = z.infer<typeof HazardRegistered>;
