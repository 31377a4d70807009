import type { CorrectionReply } from '@bihuan/contracts';
import type { HazardCorrection } from '../persistence/hazard-correction.entity.ts';

/** A correction as callers read it. */
export function correctionReply(correction: HazardCorrection): CorrectionReply {
  const { id, hazardNo, version, reason, before, after, correctedBy, correctedOrg, correctedAt } = correction;
  return {
    correctionId: id,
    hazardNo,
    version,
    reason,
    before,
    after,
    by: { person: correctedBy, orgCode: correctedOrg },
    at: correctedAt.toISOString(),
  };
}
