import { type CaseReply, type EventData, type EventOf } from '@bihuan/contracts';
import { currentRound, evolve, type HazardEvent, stateOf } from '@bihuan/process-core';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { holdersOf, settledBy } from './settlements.ts';

type Registered =
  'registeredAt' | 'campaignCode' | 'placeCode' | 'cityCode' | 'fieldCode' | 'leadOrg' | 'deadline';

/** A case whose registration was heard of. */
export type KnownCase = CaseRow & { [K in Registered]: NonNullable<CaseRow[K]> };

/** Facts of other services that a case is made of. */
export const heardTypes = [
  'hazard.registered',
  'hazard.corrected',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.refused',
  'handover.insisted',
  'handover.transferred',
  'handover.redirected',
] as const;
export type HeardFact = EventOf<(typeof heardTypes)[number]>;

/** Registration and its columns are written together. */
export function isKnown(hazard: CaseRow): hazard is KnownCase {
  return hazard.registeredAt !== null;
}

/** The case after a fact; `changes` are the columns beside the folded facts. */
export function withFact<T extends CaseRow>(
  hazard: T,
  fact: HazardEvent,
  changes: Partial<CaseRow>,
  now: Date,
): T {
  return standing({ ...hazard, ...changes, facts: evolve(hazard.facts, fact) }, now);
}

/** The case after its withdrawal was approved: nothing is left to be done here, whatever the other owners still end. */
export function withdrawn<T extends CaseRow>(hazard: T, approvedAt: string, now: Date): T {
  return standing({ ...hazard, facts: { ...hazard.facts, withdrawnAt: approvedAt } }, now);
}

/** The columns a fact of another service fills in; a registration heard again changes nothing. */
export function learnedFrom(hazard: CaseRow, fact: HeardFact): Partial<CaseRow> {
  switch (fact.type) {
    case 'hazard.registered':
      return isKnown(hazard) ? {} : registration(hazard, fact.data);
    case 'hazard.corrected':
      return hazard.correction < fact.data.version ? correction(fact.data) : {};
    case 'handover.acknowledged':
    case 'handover.insisted':
      return { settlements: settledBy(hazard.settlements, fact) };
    case 'handover.dispatched':
    case 'handover.refused':
    case 'handover.transferred':
    case 'handover.redirected':
      return {};
  }
}

/** Where the case stands, for the answer to a command. */
export function replyOf({ hazardNo, state, round, updatedAt }: CaseRow): CaseReply {
  return { hazardNo, state, round, at: updatedAt.toISOString() };
}

/** What follows from the folded facts. */
function standing<T extends CaseRow>(hazard: T, now: Date): T {
  const { facts, settlements } = hazard;
  return {
    ...hazard,
    ...holdersOf(settlements, facts),
    state: stateOf(facts),
    round: currentRound(facts),
    updatedAt: now,
  };
}

/** A correction that was heard first holds against the registration. */
function registration(
  { correction }: Pick<CaseRow, 'correction'>,
  data: EventData<'hazard.registered'>,
): Partial<CaseRow> {
  const { campaignCode, registeredAt, deadline, history } = data;
  return {
    campaignCode,
    registeredAt: new Date(registeredAt),
    deadline: new Date(deadline),
    broughtAt: history ? new Date(history.reportedAt) : null,
    ...(correction === 0 && belonging(data)),
  };
}

function correction(data: EventData<'hazard.corrected'>): Partial<CaseRow> {
  return { correction: data.version, ...belonging(data) };
}

/** Where the hazard lies, and who has to do with it. */
function belonging({
  place,
  field,
  responsible,
}: Pick<EventData<'hazard.registered'>, 'place' | 'field' | 'responsible'>): Partial<CaseRow> {
  return {
    placeCode: place.code,
    cityCode: place.cityCode,
    fieldCode: field.code,
    leadOrg: field.leadOrg,
    coOrgs: field.coOrgs,
    creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
    bodyOrg: responsible.type === 'body' ? responsible.orgCode : null,
  };
}
