import {
  type EventData,
  type EventOf,
  type HazardEvent,
  type HazardState,
  rectifyClockIdOf,
} from '@bihuan/contracts';
import { currentRound, emptyFacts, evolve, type HazardFacts, isOverdue, stateOf } from '@bihuan/process-core';
import {
  type CorrectedFields,
  correctedFieldsOf,
  type PublicFields,
  publicFieldsOf,
} from './public-fields.ts';

/** How editions group and select a hazard. */
interface Grouping {
  readonly campaignCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

/** Whom a hazard concerns besides its city and field: who else may read its history here. */
interface Concern {
  readonly placeCode: string;
  readonly creditCode: string | null;
  readonly orgs: readonly string[];
}

/** What registration filed. */
interface Filing {
  readonly grouping: Grouping;
  readonly publicFields: PublicFields;
  readonly concern?: Concern;
}

/** The latest correction heard of. */
interface Correction {
  readonly version: number;
  readonly cityCode: string;
  readonly fieldCode: string;
  readonly publicFields: CorrectedFields;
  readonly concern: Concern;
}

/** An end of rectification that was granted. */
interface Grant {
  readonly round: number;
  readonly deadline: string;
}

/** What tells of a hazard something that editions say. */
export type MaterialEvent = HazardEvent | EventOf<'petition.decided'>;

/** Everything folded of one hazard: plain JSON, the same whatever the order of its facts. */
export interface MaterialFacts {
  readonly hazard: HazardFacts;
  /** Null until the registration has been heard. */
  readonly filed: Filing | null;
  /** Left out where it was never corrected. */
  readonly corrected?: Correction;
  /** The latest deadline that a failed verdict has named, by its round; left out where none has. */
  readonly renewed?: { readonly round: number; readonly deadline: string };
  /** The latest end that was granted in the latest round in which one was; left out where none was. */
  readonly granted?: Grant;
}

/** What an edition needs of a hazard. Instants are ISO 8601, UTC. */
export interface Material {
  readonly grouping: Grouping | null;
  readonly publicFields: PublicFields | null;
  readonly concern: Concern | null;
  readonly state: HazardState;
  readonly overdue: boolean;
  readonly registeredAt: string | null;
  readonly struckOffAt: string | null;
  readonly withdrawnAt: string | null;
}

/** A hazard of which nothing has been heard yet. */
export function emptyMaterial(hazardNo: string): MaterialFacts {
  return { hazard: emptyFacts(hazardNo), filed: null };
}

/** Folds one event in. Order and repetition do not matter: a hazard is registered once, the highest correction holds. */
export function evolveMaterial(facts: MaterialFacts, event: MaterialEvent): MaterialFacts {
  if (event.type === 'petition.decided') return withDecision(facts, event.data);
  const hazard = evolve(facts.hazard, event);
  if (event.type === 'hazard.registered') return { ...facts, hazard, filed: filingOf(event.data) };
  if (event.type === 'hazard.corrected' && event.data.version > (facts.corrected?.version ?? 0))
    return { ...facts, hazard, corrected: correctionOf(event.data) };
  if (event.type === 'acceptance.decided') return { ...facts, hazard, ...renewedBy(facts, event.data) };
  return { ...facts, hazard };
}

/** What the facts say to editions. A correction heard before its registration waits for it. */
export function materialOf(facts: MaterialFacts): Material {
  const { hazard, filed, corrected } = facts;
  const { registeredAt, struckOffAt, withdrawnAt = null } = hazard;
  const stands = {
    state: stateOf(hazard),
    overdue: isOverdue(hazard),
    registeredAt,
    struckOffAt,
    withdrawnAt,
  };
  if (!filed) return { grouping: null, publicFields: null, concern: null, ...stands };
  const { grouping, concern = null } = filed;
  const publicFields = { ...filed.publicFields, ...standingDeadline(facts, filed.publicFields.deadline) };
  if (!corrected) return { grouping, publicFields, concern, ...stands };
  const { cityCode, fieldCode } = corrected;
  return {
    grouping: { ...grouping, cityCode, fieldCode },
    publicFields: { ...publicFields, ...corrected.publicFields },
    concern: corrected.concern,
    ...stands,
  };
}

/** A strike-off that has to be published within its clock: not one that lies before its ledger was brought. */
export function awaitsStrikeOff({ hazard, filed }: MaterialFacts): boolean {
  return filed !== null && hazard.struckOffAt !== null && !hazard.closedInHistory;
}

/** Organisations that took, or were asked to take, a handover. */
export function handoverOrgs({ hazard }: MaterialFacts): string[] {
  return [...new Set(Object.values(hazard.handovers).map(({ orgCode }) => orgCode))].sort();
}

function filingOf(data: EventData<'hazard.registered'>): Filing {
  const { campaignCode, place, field } = data;
  return {
    grouping: { campaignCode, cityCode: place.cityCode, fieldCode: field.code },
    publicFields: publicFieldsOf(data),
    concern: concernOf(data),
  };
}

function renewedBy(
  { renewed }: MaterialFacts,
  { round, newDeadline }: EventData<'acceptance.decided'>,
): Pick<MaterialFacts, 'renewed'> {
  if (newDeadline === null || round <= (renewed?.round ?? 0)) return {};
  return { renewed: { round, deadline: newDeadline } };
}

/** Ends that are granted within a round are ever later ones. */
function withDecision(
  facts: MaterialFacts,
  { agreed, round, deadline }: EventData<'petition.decided'>,
): MaterialFacts {
  const { granted } = facts;
  if (!agreed || (granted && !isLater({ round, deadline }, granted))) return facts;
  return { ...facts, granted: { round, deadline } };
}

function isLater(grant: Grant, than: Grant): boolean {
  if (grant.round !== than.round) return grant.round > than.round;
  return Date.parse(grant.deadline) > Date.parse(than.deadline);
}

/**
 * The end of the running round: as its clock stands, else as registration or the failed verdict named it. That it was
 * granted is said once the clock has moved there: both facts come from one transaction, but not always together.
 */
function standingDeadline(
  { hazard, renewed, granted }: MaterialFacts,
  registered: string,
): Pick<PublicFields, 'deadline' | 'extended'> {
  const round = currentRound(hazard);
  const clock = hazard.clocks[rectifyClockIdOf(hazard.hazardNo, round)];
  const deadline = clock?.due ?? renewed?.deadline ?? registered;
  const extended = granted?.round === round && Date.parse(deadline) >= Date.parse(granted.deadline);
  return { deadline, ...(extended && { extended }) };
}

function correctionOf(data: EventData<'hazard.corrected'>): Correction {
  const { version, place, field } = data;
  return {
    version,
    cityCode: place.cityCode,
    fieldCode: field.code,
    publicFields: correctedFieldsOf(data),
    concern: concernOf(data),
  };
}

function concernOf({
  place,
  field,
  responsible,
}: EventData<'hazard.registered'> | EventData<'hazard.corrected'>): Concern {
  const body = responsible.type === 'body' && responsible.orgCode !== null ? [responsible.orgCode] : [];
  return {
    placeCode: place.code,
    creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
    orgs: [...field.coOrgs, ...body],
  };
}
