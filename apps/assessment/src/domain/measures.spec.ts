import { hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMeasured, evolveMeasured, measuresOf, type MeasuredFacts } from './measures.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const fold = (events: typeof life): MeasuredFacts => events.reduce(evolveMeasured, emptyMeasured(hazardNo));
const upTo = (type: string) => life.slice(0, life.findIndex((event) => event.type === type) + 1);

describe('what the indicators count of a hazard', () => {
  it('is found, struck off, in time or not, and how the handovers were answered', () => {
    expect(measuresOf(fold(life))).toEqual({
      grouping: { campaignCode: 'SX2023', cityCode: '140100', fieldCode: 'gas' },
      state: 'struckOff',
      foundMonth: '2023-10',
      struckOffMonth: '2023-12',
      onTime: false,
      overdue: false,
      handovers: 2,
      handoversAnswered: 2,
      handoversLate: 1,
    });
  });

  it.each([
    ['hazard.registered', { handovers: 0, onTime: null, overdue: false, struckOffMonth: null }],
    ['handover.acknowledged', { handovers: 2, handoversAnswered: 1, handoversLate: 0 }],
    ['clock.rungTaken', { handoversAnswered: 1, overdue: true }],
    ['plan.filed', { handoversAnswered: 2, handoversLate: 1, overdue: false, onTime: null }],
    ['completion.reported', { onTime: true, struckOffMonth: null }],
  ])('after %s', (type, expected) => {
    expect(measuresOf(fold(upTo(type)))).toMatchObject({ ...expected, foundMonth: '2023-10' });
  });

  it('names no city before the registration has been heard', () => {
    expect(measuresOf(fold(life.slice(1)))).toMatchObject({ grouping: null, foundMonth: null, handovers: 2 });
  });

  it('is the same whatever the order of the facts and however often they come', () => {
    const disordered = fc
      .tuple(fc.shuffledSubarray(life, { minLength: life.length }), fc.shuffledSubarray(life))
      .map(([all, again]) => [...again, ...all]);
    fc.assert(
      fc.property(disordered, (events) => {
        expect(fold(events)).toEqual(fold(life));
      }),
    );
  });
});
