import {
  clockIdOf,
  rectifyClockIdOf,
  type EventData,
  type EventOf,
  type HazardEvent,
  type HazardState,
  type Track,
} from '@bihuan/contracts';
import {
  type AssessedHandover,
  type AssessedHazard,
  type AssessedRound,
  emptyFacts,
  evolve,
  type HazardFacts,
  stateOf,
} from '@bihuan/process-core';
import { type HeardDues, movesOf, withDue } from './heard-dues.ts';

/** Where the hazard belongs; the highest version holds, 0 is the registration's. */
interface Belonging {
  readonly version: number;
  readonly cityCode: string;
  readonly fieldCode: string;
  /** Who else may read of it. */
  readonly placeCode: string;
  readonly creditCode: string | null;
  readonly orgs: readonly string[];
}

/** A handover as last heard of. Instants are ISO 8601, UTC. */
interface TimedHandover {
  readonly version: number;
  readonly track: Track;
  readonly orgCode: string;
  readonly dispatchedAt: string;
  readonly answeredAt: string | null;
  readonly late: boolean;
  readonly redirectedAt: string | null;
}

/** Everything folded of one hazard: plain JSON, the same whatever the order of its facts. */
export interface MeasuredFacts {
  readonly hazard: HazardFacts;
  /** Null until the registration has been heard. */
  readonly campaignCode: string | null;
  readonly belonging: Belonging | null;
  /** By number of the round: its deadline, named at registration or in the failed verdict before. */
  readonly deadlines: Readonly<Record<number, string>>;
  /** What the clocks of its rounds have said of these since; left out where none has been heard. */
  readonly dues?: HeardDues;
  /** By number of the round: whether its completion was reported in time. */
  readonly completions: Readonly<Record<number, boolean>>;
  /** By handover id. */
  readonly handovers: Readonly<Record<string, TimedHandover>>;
  /** Months of the editions that first listed it at all, and as struck off. */
  readonly foundMonth: string | null;
  readonly struckOffMonth: string | null;
}

/** A handover of a hazard, with its id and whom it went to. */
export interface MeasuredHandoverRow extends AssessedHandover {
  readonly id: string;
  readonly orgCode: string;
}

/** What the indicators count of a hazard, and whose figures it counts in. */
export interface Measures extends AssessedHazard {
  readonly campaignCode: string | null;
  readonly cityCode: string | null;
  readonly fieldCode: string | null;
  readonly placeCode: string | null;
  readonly creditCode: string | null;
  /** Organisations that share it, must rectify it or were handed it. */
  readonly orgs: readonly string[];
  readonly state: HazardState;
  readonly registeredAt: Date | null;
  readonly handovers: readonly MeasuredHandoverRow[];
}

/** A hazard of which nothing has been heard yet. */
export function emptyMeasured(hazardNo: string): MeasuredFacts {
  return {
    hazard: emptyFacts(hazardNo),
    campaignCode: null,
    belonging: null,
    deadlines: {},
    completions: {},
    handovers: {},
    foundMonth: null,
    struckOffMonth: null,
  };
}

/** Folds one event in. Order and repetition do not matter: highest versions and earliest months hold. */
export function evolveMeasured(before: MeasuredFacts, event: HazardEvent): MeasuredFacts {
  const facts = { ...before, hazard: evolve(before.hazard, event) };
  switch (event.type) {
    case 'hazard.registered': {
      const { campaignCode, deadline } = event.data;
      const deadlines = { ...facts.deadlines, 1: deadline };
      return belongingTo({ ...facts, campaignCode, deadlines }, event.data, 0);
    }
    case 'hazard.corrected':
      return belongingTo(facts, event.data, event.data.version);
    case 'clock.opened':
    case 'clock.moved':
    case 'clock.ended':
      return event.data.kind === 'rectify' ? { ...facts, dues: withDue(facts.dues ?? {}, event) } : facts;
    case 'completion.reported':
      return { ...facts, completions: { ...facts.completions, [event.data.round]: event.data.onTime } };
    case 'acceptance.decided':
      return withVerdict(facts, event);
    case 'handover.dispatched':
    case 'handover.acknowledged':
    case 'handover.refused':
    case 'handover.insisted':
    case 'handover.transferred':
    case 'handover.redirected':
      return withHandover(facts, event);
    case 'hazard.disclosed':
      return withEdition(facts, event);
    default:
      return facts;
  }
}

/** What the facts say to the indicators. */
export function measuresOf(facts: MeasuredFacts): Measures {
  const { hazard, campaignCode, belonging, foundMonth, struckOffMonth } = facts;
  // What was struck off stays struck off: it is no case of its registration in error any more.
  const withdrawnAt = hazard.struckOffAt === null ? (hazard.withdrawnAt ?? null) : null;
  return {
    campaignCode,
    cityCode: belonging?.cityCode ?? null,
    fieldCode: belonging?.fieldCode ?? null,
    placeCode: belonging?.placeCode ?? null,
    creditCode: belonging?.creditCode ?? null,
    orgs: concernedOrgs(facts),
    state: stateOf(hazard),
    registeredAt: dateOf(hazard.registeredAt),
    foundMonth,
    struckOffMonth,
    struckOffAt: dateOf(hazard.struckOffAt),
    withdrawnAt: dateOf(withdrawnAt),
    rounds: roundsOf(facts),
    handovers: handoversOf(facts),
  };
}

type Told = EventData<'hazard.registered'> | EventData<'hazard.corrected'>;

function belongingTo(
  facts: MeasuredFacts,
  { place, field, responsible }: Told,
  version: number,
): MeasuredFacts {
  if ((facts.belonging?.version ?? -1) >= version) return facts;
  const body = responsible.type === 'body' && responsible.orgCode !== null ? [responsible.orgCode] : [];
  const belonging = {
    version,
    cityCode: place.cityCode,
    fieldCode: field.code,
    placeCode: place.code,
    creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
    orgs: [...field.coOrgs, ...body],
  };
  return { ...facts, belonging };
}

function concernedOrgs({ belonging, handovers }: MeasuredFacts): string[] {
  const handed = Object.values(handovers).map(({ orgCode }) => orgCode);
  return [...new Set([...(belonging?.orgs ?? []), ...handed])].sort();
}

function withVerdict(facts: MeasuredFacts, { data }: EventOf<'acceptance.decided'>): MeasuredFacts {
  const { round, newDeadline } = data;
  if (newDeadline === null) return facts;
  return { ...facts, deadlines: { ...facts.deadlines, [round + 1]: newDeadline } };
}

type HandoverEvent = Extract<HazardEvent, { type: `handover.${string}` }>;

function withHandover(facts: MeasuredFacts, { type, data, occurredAt }: HandoverEvent): MeasuredFacts {
  const { handoverId, version, track, orgCode, dispatchedAt, answeredAt, late } = data;
  if ((facts.handovers[handoverId]?.version ?? 0) >= version) return facts;
  const redirectedAt = type === 'handover.redirected' ? occurredAt : null;
  const handover = { version, track, orgCode, dispatchedAt, answeredAt, late, redirectedAt };
  return { ...facts, handovers: { ...facts.handovers, [handoverId]: handover } };
}

/** Published by itself it is in no month yet: the month's edition still lists it. */
function withEdition(facts: MeasuredFacts, { data }: EventOf<'hazard.disclosed'>): MeasuredFacts {
  const { month, by = 'edition', strikeOffPublished } = data;
  if (by !== 'edition') return facts;
  return {
    ...facts,
    foundMonth: earlierMonth(facts.foundMonth, month),
    struckOffMonth: strikeOffPublished ? earlierMonth(facts.struckOffMonth, month) : facts.struckOffMonth,
  };
}

function earlierMonth(known: string | null, heard: string): string {
  return known !== null && known < heard ? known : heard;
}

/** Rounds whose beginning and deadline are known. */
function roundsOf({ hazard, deadlines, dues = {}, completions }: MeasuredFacts): AssessedRound[] {
  return Object.entries(deadlines).flatMap(([number, deadline]) => {
    const round = Number(number);
    const begunAt = round === 1 ? hazard.registeredAt : hazard.rounds[round - 1]?.verdict?.decidedAt;
    if (!begunAt) return [];
    const completedAt = hazard.rounds[round]?.completedAt ?? null;
    return [
      {
        round,
        begunAt: new Date(begunAt),
        deadline: new Date(deadline),
        moves: movesOf(dues, rectifyClockIdOf(hazard.hazardNo, round), deadline),
        completedAt: dateOf(completedAt),
        onTime: completions[round] ?? null,
      },
    ];
  });
}

function handoversOf({ hazard, handovers }: MeasuredFacts): MeasuredHandoverRow[] {
  return Object.entries(handovers).map(([id, handover]) => ({
    id,
    orgCode: handover.orgCode,
    track: handover.track,
    dispatchedAt: new Date(handover.dispatchedAt),
    due: dateOf(
      hazard.clocks[clockIdOf({ owner: 'handover', kind: 'acknowledge', subject: id })]?.due ?? null,
    ),
    answeredAt: dateOf(handover.answeredAt),
    late: handover.late,
    redirectedAt: dateOf(handover.redirectedAt),
  }));
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
