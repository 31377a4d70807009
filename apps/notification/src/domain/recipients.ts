import type { Brief } from './brief.ts';
import type { Directory, Recipient } from './directory.ts';
import type { FactOfHazard } from './heard-facts.ts';
import { recipientsOfRung } from './rung-recipients.ts';
import { because, distinct, everybodyOf, handlersOf, type Told } from './told.ts';

/** What of a hazard decides who is concerned. */
export type Concern = Pick<Brief, 'cityCode' | 'fieldCode' | 'territorialOrg' | 'industryOrg' | 'coOrgs'>;

const concernsDepartment: ReadonlySet<string> = new Set<FactOfHazard['type']>([
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
]);

/** Whether enough is known to tell: what concerns the department waits until one has taken the handover. */
export function isConcernKnown(fact: FactOfHazard, { industryOrg }: Pick<Concern, 'industryOrg'>): boolean {
  return industryOrg !== null || !concernsDepartment.has(fact.type);
}

/** Departments that share the hazard's field, without the one that it was handed to. */
export function copiedTo({ coOrgs }: Pick<Concern, 'coOrgs'>, handedTo: string): Told[] {
  const others = coOrgs.filter((orgCode) => orgCode !== handedTo);
  return because('copied', others.map(handlersOf));
}

/** Who must know of a fact whose concern is known; nobody twice, for the first of several reasons. */
export function recipientsOf(fact: FactOfHazard, hazard: Concern, directory: Directory): Told[] {
  return distinct(concernedBy(fact, hazard, directory));
}

function concernedBy(fact: FactOfHazard, hazard: Concern, directory: Directory): readonly Told[] {
  switch (fact.type) {
    case 'hazard.corrected':
    case 'hazard.withdrawn':
    case 'handover.acknowledged':
      return [];
    case 'handover.dispatched':
    case 'handover.insisted':
    case 'handover.redirected':
      return because('addressed', [handlersOf(fact.data.orgCode)]);
    case 'handover.refused':
      return because('decides', [
        ...everybodyOf(directory.campaignOffice),
        ...(fact.data.raised ? decidersAbove(hazard, directory) : []),
      ]);
    case 'handover.unrouted':
      return because('decides', everybodyOf(directory.campaignOffice));
    case 'clock.rungTaken':
      return recipientsOfRung(fact.data, hazard, directory);
    case 'petition.filed':
      return because('decides', everybodyOf(fact.data.decision.orgCode));
    case 'petition.decided':
      return because('concerned', everybodyOf(fact.data.filedOrg));
    case 'acceptance.applied':
      return because('addressed', industryDepartment(hazard));
    case 'acceptance.decided':
      return because('concerned', [
        ...placeAndField(hazard, directory),
        ...everybodyOf(directory.campaignOffice),
      ]);
    case 'hazard.struckOff':
      // The campaign office has yet to publish it, whatever else it holds of the hazard.
      return [
        ...because('addressed', everybodyOf(directory.campaignOffice)),
        ...because('concerned', placeAndField(hazard, directory)),
      ];
  }
}

/** Who may decide a refusal that was raised one level above the campaign office. */
function decidersAbove({ fieldCode }: Concern, directory: Directory): Recipient[] {
  return [...directory.viceGovernorOf(fieldCode), ...directory.governor()];
}

/** The city's government, the county's that holds the territorial track in its place, and the department. */
function placeAndField(hazard: Concern, directory: Directory): Recipient[] {
  const { territorialOrg } = hazard;
  return [
    ...cityGovernment(hazard, directory),
    ...(territorialOrg === null ? [] : [handlersOf(territorialOrg)]),
    ...industryDepartment(hazard),
  ];
}

function cityGovernment({ cityCode }: Concern, directory: Directory): Recipient[] {
  const government = directory.cityGovernment(cityCode);
  return government === undefined ? [] : everybodyOf(government);
}

function industryDepartment({ industryOrg }: Concern): Recipient[] {
  return industryOrg === null ? [] : everybodyOf(industryOrg);
}
