import { z } from 'zod';
import { Code, HazardNo, Instant, PlaceCode } from '../ids.ts';
import { HazardKind } from '../reference/items.ts';
import type { Owner } from '../services.ts';
import { Responsible } from './hazard.ts';

/** A hazard as it stands after a correction; the number, the dates and the clocks stay. */
export const HazardCorrected = z.strictObject({
  hazardNo: HazardNo,
  correctionId: z.uuid(),
  /** Rises with every correction, from 1; the highest wins. */
  version: z.int().min(1),
  correctedAt: Instant,
  reason: z.string(),
  kind: HazardKind,
  massCasualties: z.boolean(),
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
});
export type HazardCorrected = z.infer<typeof HazardCorrected>;

/** Owners that each end what they have to do with a withdrawn hazard, and confirm it. */
export const withdrawalOwners = ['handover', 'supervision', 'disclosure'] as const satisfies readonly Owner[];
export type WithdrawalOwner = (typeof withdrawalOwners)[number];

const ofWithdrawal = { hazardNo: HazardNo, withdrawalId: z.uuid() };

/** Registered in error, decided by another person: every owner now ends what it has to do with the hazard. */
export const WithdrawalApproved = z.strictObject({ ...ofWithdrawal, approvedAt: Instant });

/** One owner has ended what it had to do; `struckOff`: the hazard was struck off before, and stays so. */
export const WithdrawalConfirmed = z.strictObject({
  ...ofWithdrawal,
  owner: z.enum(withdrawalOwners),
  outcome: z.enum(['ended', 'struckOff']),
  confirmedAt: Instant,
});

/** Every owner has confirmed: the hazard's state is `withdrawn`. */
export const HazardWithdrawn = z.strictObject({ ...ofWithdrawal, withdrawnAt: Instant });
