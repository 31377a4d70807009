import type { HandoverFact, HazardEvent, HazardState, Track } from '@bihuan/contracts';
import { emptyFacts, evolve, type HazardFacts, isOverdue, stateOf, toLocalMonth } from '@bihuan/process-core';

/** Whose figures the hazard counts in. */
interface Grouping {
  readonly campaignCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

/** A handover as last heard of. */
interface TimedHandover {
  readonly version: number;
  readonly track: Track;
  readonly orgCode: string;
  readonly answered: boolean;
  readonly late: boolean;
}

/** Everything folded of one hazard: plain JSON, the same whatever the order of its facts. */
export interface MeasuredFacts {
  readonly hazard: HazardFacts;
  /** Null until the registration has been heard. */
  readonly grouping: Grouping | null;
  /** By number of the round: whether its completion was reported in time. */
  readonly completions: Readonly<Record<number, boolean>>;
  /** By handover id. */
  readonly handovers: Readonly<Record<string, TimedHandover>>;
}

/** What the indicators count of a hazard. Months are `YYYY-MM`, Asia/Shanghai. */
export interface Measures {
  readonly grouping: Grouping | null;
  readonly state: HazardState;
  readonly foundMonth: string | null;
  readonly struckOffMonth: string | null;
  /** Every completion reported so far came in time; null while none has been reported. */
  readonly onTime: boolean | null;
  readonly overdue: boolean;
  readonly handovers: number;
  readonly handoversAnswered: number;
  readonly handoversLate: number;
}

/** A hazard of which nothing has been heard yet. */
export function emptyMeasured(hazardNo: string): MeasuredFacts {
  return { hazard: emptyFacts(hazardNo), grouping: null, completions: {}, handovers: {} };
}

/** Folds one event in. Order and repetition do not matter: of a handover the highest version holds. */
export function evolveMeasured(before: MeasuredFacts, event: HazardEvent): MeasuredFacts {
  const facts = { ...before, hazard: evolve(before.hazard, event) };
  switch (event.type) {
    case 'hazard.registered': {
      const { campaignCode, place, field } = event.data;
      return { ...facts, grouping: { campaignCode, cityCode: place.cityCode, fieldCode: field.code } };
    }
    case 'completion.reported':
      return { ...facts, completions: { ...facts.completions, [event.data.round]: event.data.onTime } };
    case 'handover.dispatched':
    case 'handover.acknowledged':
    case 'handover.refused':
    case 'handover.insisted':
    case 'handover.transferred':
      return withHandover(facts, event.data);
    default:
      return facts;
  }
}

/** What the facts say to the indicators. */
export function measuresOf({ hazard, grouping, completions, handovers }: MeasuredFacts): Measures {
  const reported = Object.values(completions);
  const dispatched = Object.values(handovers);
  return {
    grouping,
    state: stateOf(hazard),
    foundMonth: monthOf(hazard.registeredAt),
    struckOffMonth: monthOf(hazard.struckOffAt),
    onTime: reported.length === 0 ? null : reported.every(Boolean),
    overdue: isOverdue(hazard),
    handovers: dispatched.length,
    handoversAnswered: dispatched.filter(({ answered }) => answered).length,
    handoversLate: dispatched.filter(({ late }) => late).length,
  };
}

function withHandover(facts: MeasuredFacts, heard: HandoverFact): MeasuredFacts {
  const { handoverId, version, track, orgCode, answeredAt, late } = heard;
  if ((facts.handovers[handoverId]?.version ?? 0) >= version) return facts;
  const handover = { version, track, orgCode, answered: answeredAt !== null, late };
  return { ...facts, handovers: { ...facts.handovers, [handoverId]: handover } };
}

function monthOf(instant: string | null): string | null {
  return instant === null ? null : toLocalMonth(new Date(instant));
}
