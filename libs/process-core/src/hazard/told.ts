import type { ClockFact, EventData, EventOf, HandoverFact, LoopFact, LoopFactType } from '@bihuan/contracts';

/** For each fact, the part of its data that `evolve` folds. */
const folded: { readonly [T in LoopFactType]: (data: EventData<T>) => object } = {
  'hazard.registered': ({ registeredAt, history }) => ({
    registeredAt,
    ...(history && { history: { struckOffAt: history.struckOffAt } }),
  }),
  'hazard.corrected': ({ version, place, field }) => ({
    version,
    place: { nameZh: place.nameZh, cityNameZh: place.cityNameZh },
    field: { nameZh: field.nameZh },
  }),
  'hazard.withdrawn': ({ withdrawnAt }) => ({ withdrawnAt }),
  'handover.dispatched': handoverPart,
  'handover.acknowledged': handoverPart,
  'handover.refused': handoverPart,
  'handover.insisted': handoverPart,
  'handover.transferred': handoverPart,
  'handover.redirected': (data) => ({ ...handoverPart(data), settled: data.settled }),
  'plan.filed': ({ filedAt }) => ({ filedAt }),
  'acceptance.applied': ({ round, appliedAt }) => ({ round, appliedAt }),
  'acceptance.decided': ({ round, passed, decidedAt }) => ({ round, passed, decidedAt }),
  'hazard.struckOff': ({ struckOffAt }) => ({ struckOffAt }),
  'hazard.disclosed': ({ disclosedAt, strikeOffPublished }) => ({ disclosedAt, strikeOffPublished }),
  'hazard.assessed': ({ assessedAt, strikeOffAssessed }) => ({ assessedAt, strikeOffAssessed }),
  'clock.opened': clockPart,
  'clock.moved': clockPart,
  // Nobody is waited for any more.
  'clock.ended': (data) => ({ ...clockPart(data), waitsFor: { orgName: '' } }),
};

function handoverPart({ handoverId, version, track, status, dispatchedAt, orgCode }: HandoverFact): object {
  return { handoverId, version, track, status, dispatchedAt, orgCode };
}

function clockPart({ waitsFor, ...clock }: ClockFact): object {
  const { clockId, version, state, owner, kind, due, wakeAt, overdueAt, paused } = clock;
  return {
    ...{ clockId, version, state, owner, kind, due, wakeAt, overdueAt },
    waitsFor: { orgName: waitsFor.orgName },
    ...(paused && { paused }),
  };
}

/** Facts as a loop is told them: of a clock that changes several times at once, the last is enough. */
export function toldAll(facts: readonly LoopFact[]): LoopFact[] {
  const versions = new Map<string, number>();
  for (const fact of facts)
    if (isOfClock(fact)) {
      const { clockId, version } = fact.data;
      versions.set(clockId, Math.max(version, versions.get(clockId) ?? 0));
    }
  const isLast = (fact: LoopFact) =>
    !isOfClock(fact) || versions.get(fact.data.clockId) === fact.data.version;
  return facts.filter(isLast).map(toldOf);
}

function isOfClock(fact: LoopFact): fact is EventOf<'clock.opened' | 'clock.moved' | 'clock.ended'> {
  return fact.type === 'clock.opened' || fact.type === 'clock.moved' || fact.type === 'clock.ended';
}

/**
 * A fact as a loop is told it: its type and what the loop folds of it. A history keeps every signal for as long as the
 * hazard lives; who published a fact, when and why stands in the owner's books.
 */
function toldOf({ type, data }: LoopFact): LoopFact {
  const part = folded[type] as (data: EventOf<LoopFactType>['data']) => object;
  // `evolve` reads nothing else: told.spec.ts holds it to that.
  return { type, data: part(data) } as unknown as LoopFact;
}
