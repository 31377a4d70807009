import { type CaseReply, type EventData, type EventOf } from '@bihuan/contracts';
import { currentRound, evolve, type HazardEvent, stateOf } from '@bihuan/process-core';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { settledBy } from './settlements.ts';

type Registered =
  'registeredAt' | 'campaignCode' | 'placeCode' | 'cityCode' | 'fieldCode' | 'leadOrg' | 'deadline';

/** A case whose registration was heard of. */
export type KnownCase = CaseRow & { [K in Registered]: NonNullable<CaseRow[K]> };

/** Facts of other services that a case is made of. */
export const heardTypes = [
  'hazard.registered',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.refused',
  'handover.insisted',
  'handover.transferred',
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
  const facts = evolve(hazard.facts, fact);
  return { ...hazard, ...changes, facts, state: stateOf(facts), round: currentRound(facts), updatedAt: now };
}

/** The columns a fact of another service fills in; a registration heard again changes nothing. */
export function learnedFrom(hazard: CaseRow, fact: HeardFact): Partial<CaseRow> {
  switch (fact.type) {
    case 'hazard.registered':
      return isKnown(hazard) ? {} : registration(fact.data);
    case 'handover.acknowledged':
    case 'handover.insisted':
      return settledBy(hazard, fact);
    case 'handover.dispatched':
    case 'handover.refused':
    case 'handover.transferred':
      return {};
  }
}

/** Where the case stands, for the answer to a command. */
export function replyOf({ hazardNo, state, round, updatedAt }: CaseRow): CaseReply {
  return { hazardNo, state, round, at: updatedAt.toISOString() };
}

function registration(data: EventData<'hazard.registered'>): Pick<KnownCase, Registered> & Partial<CaseRow> {
  const { campaignCode, place, field, responsible, registeredAt, deadline } = data;
  return {
    campaignCode,
    placeCode: place.code,
    cityCode: place.cityCode,
    fieldCode: field.code,
    leadOrg: field.leadOrg,
    coOrgs: field.coOrgs,
    creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
    bodyOrg: responsible.type === 'body' ? responsible.orgCode : null,
    registeredAt: new Date(registeredAt),
    deadline: new Date(deadline),
  };
}
