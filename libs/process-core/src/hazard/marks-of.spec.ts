import type { Marks } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { evolve } from './evolve.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';
import { marksOf } from './marks-of.ts';

const { day, handover } = given;
const marks = (events: readonly HazardEvent[]) => marksOf(events.reduce(evolve, emptyFacts(given.hazardNo)));
const span = (first: number, last = first) => ({ first: day(first), last: day(last) });

describe('the marks of the loop', () => {
  it.each<[string, HazardEvent[], Marks]>([
    ['none', [], {}],
    ['found', [given.registered(day(1))], { found: span(1) }],
    ['one track is no handover yet', [handover('dispatched', 'territorial', 1, 1)], {}],
    [
      'handed over with the second track',
      [handover('dispatched', 'territorial', 1, 1, day(2)), handover('dispatched', 'industry', 2, 1, day(5))],
      { handedOver: span(5) },
    ],
    [
      'a successor is a later handover',
      [...given.bothDispatched, handover('dispatched', 'industry', 3, 1, day(6))],
      { handedOver: span(2, 6) },
    ],
    [
      'a redirected handover counts, and its successor is later',
      [
        ...given.bothDispatched,
        handover('redirected', 'industry', 2, 2, day(2), false),
        handover('dispatched', 'industry', 3, 1, day(7)),
      ],
      { handedOver: span(2, 7) },
    ],
    [
      'found long ago, with a ledger; corrections mark nothing',
      [given.brought(null, day(1)), given.corrected(1)],
      { found: span(1) },
    ],
    [
      'supervised from the plan to the strike-off',
      [
        given.struckOff(day(11)),
        given.progressed(day(6)),
        given.planFiled(day(4)),
        given.completed(1, day(8)),
      ],
      { supervised: span(4, 11) },
    ],
    ['an application alone', [given.applied(1, day(9))], { supervised: span(9) }],
    ['a verdict alone', [given.decided(false, 1, day(10))], { supervised: span(10) }],
    [
      'disclosed and assessed, month after month',
      [
        given.disclosed(false, day(5)),
        given.assessed(false, day(8)),
        given.disclosed(true, day(25)),
        given.assessed(true, day(28)),
      ],
      { disclosed: span(5, 25), assessed: span(8, 28) },
    ],
  ])('%s', (_, events, expected) => {
    expect(marks(events)).toEqual(expected);
    expect(marks([...events].reverse())).toEqual(expected);
  });
});
