import type { HazardChanges } from '@bihuan/contracts';
import type { ReferenceBook } from '@bihuan/platform/reference';
import type { Hazard } from '../persistence/hazard.entity.ts';
import { citedClause } from './cited-clause.ts';
import { responsibleOf } from './responsible.ts';
import { sharingOrgs } from './sharing-orgs.ts';
import { countyOf, coveredField } from './where-and-when.ts';

/** The ledger's columns as plain data. */
type HazardRow = Pick<Hazard, keyof Hazard>;

/**
 * The hazard as it stands after a correction, by the rules of registration: place, field and standard as of the day it
 * was found. What the correction does not touch is not asked again. Number, dates, deadline and history stay.
 *
 * @param today Asia/Shanghai, for organisations
 * @throws the codes of registration, with pointers into the changes
 */
export function correctedHazard(
  reference: ReferenceBook,
  hazard: HazardRow,
  changes: HazardChanges,
  today: string,
): HazardRow {
  return {
    ...hazard,
    kind: changes.kind ?? hazard.kind,
    massCasualties: changes.massCasualties ?? hazard.massCasualties,
    description: changes.description ?? hazard.description,
    report: changes.report ?? hazard.report,
    ...responsibleIn(reference, changes, today),
    ...placeIn(reference, hazard, changes),
    ...fieldIn(reference, hazard, changes, today),
    ...citationIn(reference, hazard, changes),
  };
}

type Columns = Partial<HazardRow>;

function responsibleIn(reference: ReferenceBook, changes: HazardChanges, today: string): Columns {
  if (!changes.responsible) return {};
  const responsible = responsibleOf(reference, changes.responsible, today);
  const creditCode = responsible.type === 'unit' ? responsible.creditCode : null;
  return { responsible, responsibleName: responsible.name, creditCode };
}

function placeIn(reference: ReferenceBook, { foundOn }: Hazard, { place: named }: HazardChanges): Columns {
  if (!named) return {};
  const place = countyOf(reference, named.code, foundOn);
  const city = reference.requirePlace(place.cityCode, foundOn, '/place/code');
  return {
    placeCode: place.code,
    placeName: place.nameZh,
    cityCode: city.code,
    cityName: city.nameZh,
    address: named.address,
  };
}

/** With another field its own departments share the hazard; those named besides the old field's own stay. */
function fieldIn(reference: ReferenceBook, hazard: Hazard, changes: HazardChanges, today: string): Columns {
  if (changes.fieldCode === undefined && changes.coOrgs === undefined) return {};
  const campaign = reference.requireCampaign(hazard.campaignCode, today);
  const before = reference.requireField(hazard.fieldCode, hazard.foundOn);
  const field =
    changes.fieldCode === undefined
      ? before
      : coveredField(reference, campaign, changes.fieldCode, hazard.foundOn);
  const named = changes.coOrgs ?? hazard.coOrgs.filter((code) => !before.coOrgs.includes(code));
  return {
    fieldCode: field.code,
    fieldName: field.nameZh,
    coOrgs: sharingOrgs(reference, field, named, today),
  };
}

/** Another field needs a standard of its own; another standard its own clause or reason. */
function citationIn(reference: ReferenceBook, hazard: Hazard, changes: HazardChanges): Columns {
  const { fieldCode, standardCode, clauseNo, clauseReason } = changes;
  if ([fieldCode, standardCode, clauseNo, clauseReason].every((change) => change === undefined)) return {};
  const same = standardCode === undefined || standardCode === hazard.standardCode;
  const cited = citedClause(reference, {
    foundOn: hazard.foundOn,
    fieldCode: fieldCode ?? hazard.fieldCode,
    standardCode: standardCode ?? hazard.standardCode,
    clauseNo: clauseNo ?? (same ? (hazard.clauseNo ?? undefined) : undefined),
    clauseReason: clauseReason ?? (same ? (hazard.clauseReason ?? undefined) : undefined),
  });
  const { standard } = cited;
  return {
    standardCode: standard.code,
    standardTitle: standard.titleZh,
    clauseNo: cited.clauseNo,
    clauseReason: cited.clauseReason,
  };
}
