import type { NewEvent } from '@bihuan/contracts';
import type { NewHazard } from '../persistence/new-hazard.ts';

/** What the other services and the loop learn of a registered hazard; the report's contents stay in the ledger. */
export function factOf(hazard: NewHazard, leadOrg: string): NewEvent {
  return {
    topic: 'registration',
    type: 'hazard.registered',
    key: hazard.hazardNo,
    data: {
      hazardNo: hazard.hazardNo,
      campaignCode: hazard.campaignCode,
      kind: hazard.kind,
      massCasualties: hazard.massCasualties,
      foundBy: hazard.foundBy,
      foundOn: hazard.foundOn,
      responsible: hazard.responsible,
      place: {
        code: hazard.placeCode,
        nameZh: hazard.placeName,
        cityCode: hazard.cityCode,
        cityNameZh: hazard.cityName,
        address: hazard.address,
      },
      field: { code: hazard.fieldCode, nameZh: hazard.fieldName, leadOrg, coOrgs: hazard.coOrgs },
      standardCode: hazard.standardCode,
      clauseNo: hazard.clauseNo,
      description: hazard.description,
      registeredAt: hazard.registeredAt.toISOString(),
      deadline: hazard.deadline.toISOString(),
      ...(hazard.history && { history: hazard.history }),
    },
  };
}
