import type { RungName } from '@bihuan/contracts';
import type { Brief } from './brief.ts';
import type { Directory, Recipient } from './directory.ts';
import type { FactOfHazard } from './heard-facts.ts';

/** What of a hazard decides who is concerned. */
export type Concern = Pick<Brief, 'cityCode' | 'fieldCode' | 'industryOrg'>;

const concernsDepartment: ReadonlySet<string> = new Set<FactOfHazard['type']>([
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
]);

/** Whether enough is known to tell: what concerns the department waits until one has taken the handover. */
export function isConcernKnown(fact: FactOfHazard, { industryOrg }: Pick<Concern, 'industryOrg'>): boolean {
  return industryOrg !== null || !concernsDepartment.has(fact.type);
}

/** Who must know of a fact whose concern is known; nobody twice. */
export function recipientsOf(fact: FactOfHazard, hazard: Concern, directory: Directory): Recipient[] {
  return distinct(concernedBy(fact, hazard, directory));
}

function concernedBy(fact: FactOfHazard, hazard: Concern, directory: Directory): readonly Recipient[] {
  switch (fact.type) {
    case 'hazard.corrected':
    case 'handover.acknowledged':
      return [];
    case 'handover.dispatched':
    case 'handover.insisted':
    case 'handover.redirected':
      return [handlersOf(fact.data.orgCode)];
    case 'handover.refused':
      return [
        ...everybodyOf(directory.campaignOffice),
        ...(fact.data.raised ? decidersAbove(hazard, directory) : []),
      ];
    case 'handover.unrouted':
      return everybodyOf(directory.campaignOffice);
    case 'clock.rungTaken':
      return onRung(fact.data.rung, fact.data.waitsFor.orgCode, hazard, directory);
    case 'acceptance.applied':
      return industryDepartment(hazard);
    case 'acceptance.decided':
    case 'hazard.struckOff':
      return [
        ...cityGovernment(hazard, directory),
        ...industryDepartment(hazard),
        ...everybodyOf(directory.campaignOffice),
      ];
  }
}

/** Who may decide a refusal that was raised one level above the campaign office. */
function decidersAbove({ fieldCode }: Concern, directory: Directory): Recipient[] {
  return [...directory.viceGovernorOf(fieldCode), ...directory.governor()];
}

/**
 * The escalation ladder: each rung tells those of the rung below and somebody higher. Before the due the responsible
 * unit, on it the unit and its superior, then its leaders, then who would hold the warning interview. Our default.
 */
function onRung(rung: RungName, orgCode: string, hazard: Concern, directory: Directory): Recipient[] {
  switch (rung) {
    case 'reminder':
      return [handlersOf(orgCode)];
    case 'overdue':
      return [...everybodyOf(orgCode), ...superiorOf(orgCode, hazard, directory)];
    case 'leader':
      return [
        ...onRung('overdue', orgCode, hazard, directory),
        ...directory.doubleLeadersOf(hazard.cityCode),
        ...directory.viceGovernorOf(hazard.fieldCode),
      ];
    case 'interview':
    case 'raise':
      return [...onRung('leader', orgCode, hazard, directory), ...directory.governor()];
  }
}

/** Above a government of a city or county stands the campaign office; above a department and that office itself, the field's vice-governor too. */
function superiorOf(orgCode: string, hazard: Concern, directory: Directory): Recipient[] {
  const office = everybodyOf(directory.campaignOffice);
  const level = directory.levelOf(orgCode);
  if (level === 'city' || level === 'county') return office;
  return [...office, ...directory.viceGovernorOf(hazard.fieldCode)];
}

function cityGovernment({ cityCode }: Concern, directory: Directory): Recipient[] {
  const government = directory.cityGovernment(cityCode);
  return government === undefined ? [] : everybodyOf(government);
}

function industryDepartment({ industryOrg }: Concern): Recipient[] {
  return industryOrg === null ? [] : everybodyOf(industryOrg);
}

function handlersOf(orgCode: string): Recipient {
  return { orgCode, role: 'handler', person: null };
}

function everybodyOf(orgCode: string): Recipient[] {
  return [handlersOf(orgCode), { orgCode, role: 'leader', person: null }];
}

/** Whoever is addressed by office is not addressed again by name. */
function distinct(recipients: readonly Recipient[]): Recipient[] {
  const office = ({ orgCode, role }: Recipient): string => `${orgCode} ${role}`;
  const whole = new Set(recipients.filter(({ person }) => person === null).map(office));
  const kept = recipients.filter((recipient) => recipient.person === null || !whole.has(office(recipient)));
  return [...new Map(kept.map((one) => [`${office(one)} ${one.person ?? ''}`, one])).values()];
}
