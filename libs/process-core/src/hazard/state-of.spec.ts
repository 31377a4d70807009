import type { HazardState } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { evolve } from './evolve.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';
import { currentRound, isSettled, stateOf } from './state-of.ts';

const fold = (events: readonly HazardEvent[]) => events.reduce(evolve, emptyFacts(given.hazardNo));
const { handover, applied, decided, struckOff, bothDispatched, bothAcknowledged } = given;
const territorialSettled = handover('acknowledged', 'territorial', 1, 2);

describe('the state of a hazard', () => {
  it.each<[string, HazardEvent[], HazardState]>([
    ['nothing heard yet', [], 'registered'],
    ['registered', [given.registered()], 'registered'],
    ['one track dispatched', [bothDispatched[0]!], 'registered'],
    ['both dispatched', bothDispatched, 'handedOver'],
    ['one of two acknowledged', [...bothDispatched, territorialSettled], 'handedOver'],
    ['both acknowledged', bothAcknowledged, 'rectifying'],
    [
      'one acknowledged, one refused',
      [...bothDispatched, territorialSettled, handover('refused', 'industry', 2, 2)],
      'handedOver',
    ],
    [
      'one acknowledged, one insisted upon',
      [
        ...bothDispatched,
        territorialSettled,
        handover('refused', 'industry', 2, 2),
        handover('insisted', 'industry', 2, 3),
      ],
      'rectifying',
    ],
    [
      'one insistence settles one track only',
      [...bothDispatched, handover('insisted', 'industry', 2, 2)],
      'handedOver',
    ],
    [
      'one acknowledged, one transferred, its successor silent',
      [
        ...bothDispatched,
        territorialSettled,
        handover('transferred', 'industry', 2, 2),
        handover('dispatched', 'industry', 3, 1),
      ],
      'handedOver',
    ],
    [
      'the successor acknowledged',
      [
        ...bothDispatched,
        territorialSettled,
        handover('transferred', 'industry', 2, 2),
        handover('acknowledged', 'industry', 3, 2),
      ],
      'rectifying',
    ],
    ['a plan does not move it', [...bothDispatched, given.planFiled()], 'handedOver'],
    ['a completion does not move it', [...bothAcknowledged, given.completed()], 'rectifying'],
    ['applied', [...bothAcknowledged, applied()], 'awaitingAcceptance'],
    ['failed', [...bothAcknowledged, applied(), decided(false)], 'rectifying'],
    [
      'failed, applied again',
      [...bothAcknowledged, applied(), decided(false), applied(2)],
      'awaitingAcceptance',
    ],
    [
      'failed twice',
      [...bothAcknowledged, applied(), decided(false), applied(2), decided(false, 2)],
      'rectifying',
    ],
    ['passed', [...bothAcknowledged, applied(), decided(true)], 'awaitingAcceptance'],
    ['struck off', [...bothAcknowledged, applied(), decided(true), struckOff()], 'struckOff'],
    ['the strike-off came first', [struckOff(), given.registered()], 'struckOff'],
    ['the verdict came before the application', [...bothAcknowledged, decided(true)], 'awaitingAcceptance'],
    ['a failed verdict came before everything', [decided(false)], 'rectifying'],
    [
      'published and assessed change nothing',
      [...bothAcknowledged, given.disclosed(false), given.assessed(false)],
      'rectifying',
    ],
    [
      'one redirected before it was answered',
      [
        ...bothAcknowledged.slice(0, 3),
        handover('redirected', 'industry', 2, 2, undefined, false),
        handover('dispatched', 'industry', 3, 1),
      ],
      'handedOver',
    ],
    [
      'one redirected that had been taken on, its successor silent',
      [
        ...bothAcknowledged,
        handover('redirected', 'industry', 2, 3),
        handover('dispatched', 'industry', 3, 1),
      ],
      'rectifying',
    ],
    ['corrected', [...bothAcknowledged, given.corrected(1)], 'rectifying'],
    ['withdrawn', [...bothAcknowledged, given.withdrawn()], 'withdrawn'],
    ['withdrawn before anything else was heard', [given.withdrawn(), given.registered()], 'withdrawn'],
    ['withdrawn and struck off: it was struck off first', [given.withdrawn(), struckOff()], 'struckOff'],
    [
      'acknowledged in the past',
      [handover('acknowledged', 'territorial', 1, 1), handover('acknowledged', 'industry', 2, 1)],
      'rectifying',
    ],
  ])('%s', (_, events, state) => {
    expect(stateOf(fold(events))).toBe(state);
    expect(stateOf(fold([...events].reverse()))).toBe(state);
  });

  it.each<[string, HazardEvent[], number]>([
    ['at first', [], 1],
    ['applied', [applied()], 1],
    ['passed', [applied(), decided(true)], 1],
    ['failed', [applied(), decided(false)], 2],
    ['failed twice', [decided(false, 2), decided(false)], 3],
    ['completed again before the failed verdict was heard', [given.completed(2)], 2],
  ])('the round %s', (_, events, round) => {
    expect(currentRound(fold(events))).toBe(round);
  });

  it.each([
    ['territorial', true],
    ['industry', false],
  ] as const)('%s settled: %p', (track, settled) => {
    expect(isSettled(fold([...bothDispatched, territorialSettled]), track)).toBe(settled);
  });
});
