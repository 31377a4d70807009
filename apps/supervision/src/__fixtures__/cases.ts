import { emptyFacts, type Round } from '@bihuan/process-core';
import { type HeardFact, learnedFrom, withFact } from '../domain/known-case.ts';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { hazardNo, untilRectifying } from './facts.ts';

const heardAt = new Date('2023-10-09T08:00:00.000Z');

/** A case of which nothing was heard. */
export function emptyCase(): CaseRow {
  return {
    hazardNo,
    facts: emptyFacts(hazardNo),
    state: 'registered',
    round: 1,
    registeredAt: null,
    campaignCode: null,
    placeCode: null,
    cityCode: null,
    fieldCode: null,
    leadOrg: null,
    coOrgs: [],
    creditCode: null,
    bodyOrg: null,
    deadline: null,
    territorialOrg: null,
    territorialName: null,
    territorialAt: null,
    industryOrg: null,
    industryName: null,
    industryAt: null,
    settlements: {},
    correction: 0,
    broughtAt: null,
    progressReports: 0,
    lastProgressAt: null,
    updatedAt: heardAt,
  };
}

export function hear(hazard: CaseRow, fact: HeardFact): CaseRow {
  return withFact(hazard, fact, learnedFrom(hazard, fact), heardAt);
}

export function caseAfter(facts: readonly HeardFact[]): CaseRow {
  return facts.reduce(hear, emptyCase());
}

interface Standing {
  readonly rounds?: Readonly<Record<number, Round>>;
  readonly planFiledAt?: string;
  readonly struckOffAt?: string;
  readonly progressReports?: number;
  readonly lastProgressAt?: string;
  readonly deadline?: string;
}

/** A case that stands somewhere after rectifying began. */
export function rectifyingCase(at: Standing = {}, heard = untilRectifying()): CaseRow {
  const hazard = caseAfter(heard);
  const { rounds = {}, planFiledAt = null, struckOffAt = null } = at;
  return {
    ...hazard,
    facts: { ...hazard.facts, rounds, planFiledAt, struckOffAt },
    progressReports: at.progressReports ?? 0,
    lastProgressAt: at.lastProgressAt === undefined ? null : new Date(at.lastProgressAt),
    deadline: at.deadline === undefined ? hazard.deadline : new Date(at.deadline),
  };
}
