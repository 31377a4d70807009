import type { ClockFact, EventData, EventOf, HandoverFact, RungTaken } from '@bihuan/contracts';
import type { HazardEvent, HazardFacts, Round } from './hazard-facts.ts';
import { earlier, later, widened } from './instants.ts';

/**
 * Folds one event into what is known of its hazard. Order and repetition do not matter: dates are kept as first and
 * last, flags only rise, and of a handover or a clock the highest version holds (an owner never reuses a version).
 */
export function evolve(facts: HazardFacts, event: HazardEvent): HazardFacts {
  switch (event.type) {
    case 'hazard.registered':
      return withRegistration(facts, event.data);
    case 'hazard.corrected':
      return withCorrection(facts, event.data);
    case 'hazard.withdrawn':
      return { ...facts, withdrawnAt: earlier(facts.withdrawnAt ?? null, event.data.withdrawnAt) };
    case 'handover.dispatched':
    case 'handover.acknowledged':
    case 'handover.refused':
    case 'handover.insisted':
    case 'handover.transferred':
      return withHandover(facts, event.data);
    case 'handover.redirected':
      return withHandover(facts, event.data, event.data.settled);
    case 'plan.filed':
    case 'progress.reported':
    case 'completion.reported':
    case 'acceptance.applied':
    case 'acceptance.decided':
    case 'hazard.struckOff':
      return withSupervision(facts, event);
    case 'hazard.disclosed':
      return {
        ...facts,
        disclosed: widened(facts.disclosed, event.data.disclosedAt),
        strikeOffPublished: facts.strikeOffPublished || event.data.strikeOffPublished,
      };
    case 'hazard.assessed':
      return {
        ...facts,
        assessed: widened(facts.assessed, event.data.assessedAt),
        strikeOffAssessed: facts.strikeOffAssessed || event.data.strikeOffAssessed,
      };
    case 'clock.opened':
    case 'clock.moved':
    case 'clock.ended':
      return withClock(facts, event.data);
    case 'clock.rungTaken':
      return withRung(facts, event.data, event.occurredAt);
    default:
      return leftAlone(event, facts);
  }
}

/** While releases change, an older loop may hear an event that only a newer one knows: it must not stumble. */
function leftAlone(_unknown: never, facts: HazardFacts): HazardFacts {
  return facts;
}

function withRegistration(facts: HazardFacts, data: EventData<'hazard.registered'>): HazardFacts {
  const closed = data.history?.struckOffAt ? ({ closedInHistory: true } as const) : {};
  return { ...facts, registeredAt: earlier(facts.registeredAt, data.registeredAt), ...closed };
}

function withCorrection(facts: HazardFacts, data: EventData<'hazard.corrected'>): HazardFacts {
  const { version, place, field } = data;
  if ((facts.belongs?.version ?? 0) >= version) return facts;
  const belongs = {
    version,
    placeName: place.nameZh,
    cityName: place.cityNameZh,
    fieldName: field.nameZh,
  };
  return { ...facts, belongs };
}

type SupervisionEvent = EventOf<
  | 'plan.filed'
  | 'progress.reported'
  | 'completion.reported'
  | 'acceptance.applied'
  | 'acceptance.decided'
  | 'hazard.struckOff'
>;

function withSupervision(facts: HazardFacts, event: SupervisionEvent): HazardFacts {
  const seen = (at: string): HazardFacts => ({ ...facts, supervised: widened(facts.supervised, at) });
  switch (event.type) {
    case 'plan.filed':
      return { ...seen(event.data.filedAt), planFiledAt: earlier(facts.planFiledAt, event.data.filedAt) };
    case 'progress.reported':
      return seen(event.data.reportedAt);
    case 'completion.reported': {
      const { round, reportedAt } = event.data;
      const completedAt = earlier(facts.rounds[round]?.completedAt, reportedAt);
      return withRound(seen(reportedAt), round, { completedAt });
    }
    case 'acceptance.applied': {
      const { round, appliedAt } = event.data;
      return withRound(seen(appliedAt), round, {
        appliedAt: earlier(facts.rounds[round]?.appliedAt, appliedAt),
      });
    }
    case 'acceptance.decided': {
      const { round, passed, decidedAt } = event.data;
      return withRound(seen(decidedAt), round, { verdict: { passed, decidedAt } });
    }
    case 'hazard.struckOff': {
      const { struckOffAt } = event.data;
      return { ...seen(struckOffAt), struckOffAt: earlier(facts.struckOffAt, struckOffAt) };
    }
  }
}

function withRound(facts: HazardFacts, round: number, heard: Round): HazardFacts {
  return { ...facts, rounds: { ...facts.rounds, [round]: { ...facts.rounds[round], ...heard } } };
}

function withHandover(facts: HazardFacts, heard: HandoverFact, settled = false): HazardFacts {
  const { handoverId, version, track, status, dispatchedAt, orgCode } = heard;
  if ((facts.handovers[handoverId]?.version ?? 0) >= version) return facts;
  const handover = {
    version,
    track,
    status,
    dispatchedAt,
    orgCode,
    ...(settled && ({ settled: true } as const)),
  };
  return { ...facts, handovers: { ...facts.handovers, [handoverId]: handover } };
}

function withClock(facts: HazardFacts, heard: ClockFact): HazardFacts {
  const { clockId, version, state, owner, kind, due, wakeAt, overdueAt, waitsFor, paused } = heard;
  if ((facts.clocks[clockId]?.version ?? 0) >= version) return facts;
  const open = state === 'open';
  const clock = {
    ...{ version, open, owner, kind, due, wakeAt, overdueAt, waitsFor: waitsFor.orgName },
    ...(paused && { paused }),
  };
  return { ...facts, clocks: { ...facts.clocks, [clockId]: clock } };
}

/** A rung taken before the due says nothing of lateness. */
function withRung(facts: HazardFacts, { clockId, due }: RungTaken, takenAt: string): HazardFacts {
  if (Date.parse(takenAt) < Date.parse(due)) return facts;
  const passed = later(facts.passedDue[clockId], due);
  return { ...facts, passedDue: { ...facts.passedDue, [clockId]: passed } };
}
