import type { NewEvent } from '@bihuan/contracts';
import type { Hazard } from '../persistence/hazard.entity.ts';
import type { HazardCorrection } from '../persistence/hazard-correction.entity.ts';

/** What the other services and the loop learn of a correction: the hazard as it stands after it. */
export function factOfCorrection(
  { id, version, correctedAt, reason }: HazardCorrection,
  hazard: Hazard,
  leadOrg: string,
): NewEvent {
  const { hazardNo, kind, massCasualties, responsible, standardCode, clauseNo, description } = hazard;
  return {
    topic: 'registration',
    type: 'hazard.corrected',
    key: hazardNo,
    data: {
      hazardNo,
      correctionId: id,
      version,
      correctedAt: correctedAt.toISOString(),
      reason,
      kind,
      massCasualties,
      responsible,
      place: {
        code: hazard.placeCode,
        nameZh: hazard.placeName,
        cityCode: hazard.cityCode,
        cityNameZh: hazard.cityName,
        address: hazard.address,
      },
      field: { code: hazard.fieldCode, nameZh: hazard.fieldName, leadOrg, coOrgs: hazard.coOrgs },
      standardCode,
      clauseNo,
      description,
    },
  };
}
