import type { EventData, Role, RungRecipient } from '@bihuan/contracts';
import { rungActions, rungTo } from '@bihuan/process-core';
import type { Brief } from './brief.ts';
import type { Directory, Recipient } from './directory.ts';
import type { Reason } from './reason.ts';
import { because, everybodyOf, handlersOf, leadersOf, type Told } from './told.ts';

type Rung = Pick<EventData<'clock.rungTaken'>, 'rung' | 'to' | 'actions' | 'waitsFor'>;
/** Null where the clock belongs to no hazard. */
type Concerned = Pick<Brief, 'cityCode' | 'fieldCode'> | null;

/** Whom a rung of the ladder is told to, the reason that counts first: one office may be meant for several. */
export function recipientsOfRung(rung: Rung, hazard: Concerned, directory: Directory): Told[] {
  return byReason(rung)
    .flatMap((to) => because(to, officesOf(to, rung.waitsFor.orgCode, hazard, directory)))
    .flatMap((told) => eachLeader(told, directory))
    .map((told) => ({ ...told, why: byOffice[told.role] ?? told.why }));
}

/**
 * In the order of the policy. Where the level above is asked to verify, that goes before any other reason that it is
 * told for, but that it must act itself.
 */
function byReason(rung: Rung): readonly RungRecipient[] {
  const to = rungTo(rung);
  if (!rungActions(rung).includes('raiseOneLevel')) return to;
  const actsItself = (recipient: RungRecipient): boolean =>
    recipient === 'responsible' || recipient === 'unitLeader';
  return [...new Set([...to.filter(actsItself), 'superior' as const, ...to])];
}

/** Where several lead an organisation, each is told by name: the acknowledgement of one is not that of the other. */
function eachLeader(told: Told, directory: Directory): Told[] {
  if (told.role !== 'leader' || told.person !== null) return [told];
  const leaders = directory.holdersOf(told.orgCode, told.role);
  return leaders.length > 1 ? leaders.map((person) => ({ ...told, person })) : [told];
}

/** Whoever governs the province is told as such, for whatever the message is. */
const byOffice: Readonly<Partial<Record<Role, Reason>>> = {
  viceGovernor: 'viceGovernor',
  governor: 'governor',
};

/** The government of the province has neither handlers nor leaders: its governor and vice-governors act. */
function ofProvince(orgCode: string, directory: Directory): boolean {
  return directory.organisation(orgCode)?.level === 'province' && orgCode !== directory.campaignOffice;
}

function inCharge(hazard: Concerned, directory: Directory): readonly Recipient[] {
  return hazard ? directory.viceGovernorOf(hazard.fieldCode) : directory.governor();
}

/** Everybody of an organisation who may act for it. */
export function actingFor(orgCode: string, directory: Directory): readonly Recipient[] {
  return ofProvince(orgCode, directory) ? directory.governor() : everybodyOf(orgCode);
}

function officesOf(
  to: RungRecipient,
  orgCode: string,
  hazard: Concerned,
  directory: Directory,
): readonly Recipient[] {
  switch (to) {
    case 'responsible':
      return ofProvince(orgCode, directory) ? inCharge(hazard, directory) : [handlersOf(orgCode)];
    case 'unitLeader':
      return ofProvince(orgCode, directory) ? directory.governor() : [leadersOf(orgCode)];
    case 'superior':
      return superiorOf(orgCode, hazard, directory);
    // Without a hazard there is neither a city nor a field: the head of the leading group stands in for who leads them.
    case 'doubleLeaders':
      return hazard ? directory.doubleLeadersOf(hazard.cityCode) : directory.governor();
    case 'viceGovernor':
      return inCharge(hazard, directory);
    case 'governor':
      return directory.governor();
    case 'campaignOffice':
      return everybodyOf(directory.campaignOffice);
    case 'supervisoryOrgan':
      return [...everybodyOf(directory.campaignOffice), ...directory.governor()];
  }
}

/**
 * One level up. Above a county stands its city, beside the campaign office; above a city the campaign office, which acts
 * for the province; above a department and that office itself the field's vice-governor too. Our default.
 */
function superiorOf(orgCode: string, hazard: Concerned, directory: Directory): readonly Recipient[] {
  const office = everybodyOf(directory.campaignOffice);
  const { level, parentCode = null } = directory.organisation(orgCode) ?? {};
  if (level === 'county') return parentCode === null ? office : [...everybodyOf(parentCode), ...office];
  if (level === 'city' || !hazard) return office;
  return [...office, ...directory.viceGovernorOf(hazard.fieldCode)];
}
