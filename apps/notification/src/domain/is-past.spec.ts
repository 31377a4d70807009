import { eventOf, hazardLife } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import { type FactOfHazard, heardTypes } from './heard-facts.ts';
import { isPast } from './is-past.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const [may, october] = ['2023-05-18T01:00:00.000Z', '2023-10-09T01:00:00.000Z'];
const heard: ReadonlySet<string> = new Set(heardTypes);
const told = hazardLife(hazardNo).filter(
  (fact): fact is FactOfHazard => heard.has(fact.type) && fact.type !== 'hazard.registered',
);

describe('a fact of the past', () => {
  it.each<[string, FactOfHazard]>([
    ['applied', eventOf('acceptance.applied', { hazardNo, round: 1, appliedAt: may }, october)],
    [
      'decided',
      eventOf(
        'acceptance.decided',
        { hazardNo, round: 1, passed: true, decidedAt: may, newDeadline: null },
        october,
      ),
    ],
    ['struck off', eventOf('hazard.struckOff', { hazardNo, struckOffAt: may }, october)],
    ...told
      .filter((fact) => fact.type === 'handover.dispatched')
      .map((fact): [string, FactOfHazard] => [
        'dispatched',
        { ...fact, occurredAt: '2023-10-20T01:00:00.000Z' },
      ]),
  ])('%s before it was announced', (_, fact) => {
    expect(isPast(fact)).toBe(true);
  });

  it('is none of those that were announced when they happened', () => {
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter(isPast)).toEqual([]);
  });
});
