import type { OverallFigures } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { type OverallCounts, withRates } from './overall.ts';
import { ranksOf } from './ranking.ts';

const none: OverallCounts = {
  found: 0,
  foundTotal: 10,
  struckOff: 0,
  struckOffTotal: 0,
  due: 0,
  onTime: 0,
  notYetDue: 0,
  overdue: 0,
  handovers: 0,
  handoversDue: 0,
  handoversOnTime: 0,
};
const city = (counts: Partial<OverallCounts>): OverallFigures => withRates({ ...none, ...counts });

describe('ranks', () => {
  it.each<[string, OverallFigures[], (number | null)[]]>([
    ['none', [], []],
    ['by overall rate', [city({ struckOffTotal: 5 }), city({ struckOffTotal: 8 })], [2, 1]],
    [
      'then by on-time rate',
      [city({ due: 4, onTime: 1 }), city({ due: 2, onTime: 1 }), city({ due: 4, onTime: 3 })],
      [3, 2, 1],
    ],
    [
      'then by handover timeliness',
      [city({ handoversDue: 3, handoversOnTime: 2 }), city({ handoversDue: 3, handoversOnTime: 3 })],
      [2, 1],
    ],
    [
      'equal rates share a rank, whatever the numbers behind them',
      [
        city({ foundTotal: 3, struckOffTotal: 1 }),
        city({ foundTotal: 300, struckOffTotal: 100 }),
        city({ foundTotal: 10, struckOffTotal: 1 }),
      ],
      [1, 1, 3],
    ],
    ['a rate that does not exist comes after nought', [city({}), city({ due: 5, onTime: 0 })], [2, 1]],
    [
      'fewer than three found are not ranked, and take no rank away',
      [city({ foundTotal: 2, struckOffTotal: 2 }), city({ foundTotal: 3, struckOffTotal: 1 })],
      [null, 1],
    ],
  ])('%s', (_, cities, ranks) => {
    expect(ranksOf(cities)).toEqual(ranks);
  });
});
