import { describe, expect, it } from '@jest/globals';
import {
  applied,
  bothAcknowledged,
  bothDispatched,
  clock,
  completed,
  day,
  decided,
  hazardNo,
  planFiled,
  registered,
  struckOff,
} from '../__fixtures__/hazard-events.ts';
import { openClocks, isOverdue } from '../hazard/clocks-of.ts';
import { evolve } from '../hazard/evolve.ts';
import { emptyFacts, type HazardEvent } from '../hazard/hazard-facts.ts';
import { marksOf } from '../hazard/marks-of.ts';
import { stateOf } from '../hazard/state-of.ts';

const rectify = `supervision.rectify.${hazardNo}`;
const opened = clock('opened', rectify, 1, { due: day(20), wakeAt: day(17) });
/** What an agreed extension tells the fold: the same clock, another date. */
const extended = clock('moved', rectify, 2, { due: day(28), wakeAt: day(25) });
const fold = (events: readonly HazardEvent[]) => events.reduce(evolve, emptyFacts(hazardNo));

const toRectifying = [registered(), opened, ...bothAcknowledged];
const ways: [string, HazardEvent[]][] = [
  ['registered', [registered(), opened]],
  ['handedOver', [registered(), opened, ...bothDispatched]],
  ['rectifying', [...toRectifying, planFiled()]],
  ['awaitingAcceptance', [...toRectifying, planFiled(), completed(), applied()]],
  ['rectifying', [...toRectifying, planFiled(), completed(), applied(), decided(false)]],
  ['struckOff', [...toRectifying, planFiled(), completed(), applied(), decided(true), struckOff()]],
];

describe('an extension, wherever the hazard stands', () => {
  it.each(ways)('leaves the state %s and the marks as they are, heard at whatever moment', (state, way) => {
    const without = fold(way);
    expect(stateOf(without)).toBe(state);
    for (let at = 0; at <= way.length; at += 1) {
      const facts = fold([...way.slice(0, at), extended, ...way.slice(at)]);
      expect([stateOf(facts), marksOf(facts), facts.rounds]).toEqual([
        state,
        marksOf(without),
        without.rounds,
      ]);
    }
  });

  it('moves the date that the timer waits for, also where it is heard first', () => {
    for (const way of [
      [...toRectifying, extended],
      [extended, ...toRectifying],
    ])
      expect(openClocks(fold(way))).toMatchObject([{ clockId: rectify, due: day(28), wakeAt: day(25) }]);
  });

  it('takes away the lateness of a date that had passed, and does not begin anew what has ended', () => {
    const late = clock('moved', rectify, 2, { overdueAt: day(20) });
    const granted = clock('moved', rectify, 3, { due: day(28) });
    expect(isOverdue(fold([...toRectifying, late]))).toBe(true);
    expect(isOverdue(fold([...toRectifying, late, granted]))).toBe(false);
    const ended = clock('ended', rectify, 4);
    expect(openClocks(fold([...toRectifying, ended, granted]))).toEqual([]);
  });
});
