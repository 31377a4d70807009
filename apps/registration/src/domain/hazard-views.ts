import type { HazardDetail, HazardSummary } from '@bihuan/contracts';
import type { HazardWithStatus } from '../persistence/hazards.repository.ts';

/** A line of the ledger. */
export function summaryOf({ hazard, state, overdue, rectifyDue }: HazardWithStatus): HazardSummary {
  return {
    hazardNo: hazard.hazardNo,
    campaignCode: hazard.campaignCode,
    state,
    overdue,
    kind: hazard.kind,
    massCasualties: hazard.massCasualties,
    responsibleName: hazard.responsibleName,
    placeCode: hazard.placeCode,
    placeName: hazard.placeName,
    cityCode: hazard.cityCode,
    cityName: hazard.cityName,
    fieldCode: hazard.fieldCode,
    fieldName: hazard.fieldName,
    foundOn: hazard.foundOn,
    registeredAt: hazard.registeredAt.toISOString(),
    deadline: hazard.deadline.toISOString(),
    rectifyDue: rectifyDue.toISOString(),
    description: hazard.description,
  };
}

/** One hazard in full. */
export function detailOf(found: HazardWithStatus): HazardDetail {
  const { hazard } = found;
  return {
    ...summaryOf(found),
    foundBy: hazard.foundBy,
    responsible: hazard.responsible,
    address: hazard.address,
    coOrgs: hazard.coOrgs,
    standardCode: hazard.standardCode,
    standardTitle: hazard.standardTitle,
    clauseNo: hazard.clauseNo,
    clauseReason: hazard.clauseReason,
    report: hazard.report,
    marks: found.marks,
    registeredBy: { orgCode: hazard.registeredOrg, person: hazard.registeredBy },
    ...(hazard.history && { history: hazard.history }),
    ...(hazard.importId !== null && { importId: hazard.importId }),
  };
}
