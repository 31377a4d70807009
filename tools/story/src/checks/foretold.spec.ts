import { describe, expect, it } from '@jest/globals';
import { type Foretold, messagesForetold, unpunctual } from './foretold.ts';

const foretold: Foretold = [
  { rung: 'reminder', at: '2023-10-09T01:00:10.000Z', to: ['responsible'] },
  { rung: 'overdue', at: '2023-10-09T01:00:20.000Z', to: ['responsible', 'unitLeader', 'superior'] },
  { rung: 'leader', at: '2023-10-09T01:00:30.000Z', to: ['unitLeader', 'doubleLeaders', 'viceGovernor'] },
];

describe('rungs against what was foretold', () => {
  const taken = (reminder: string, overdue: string) => ({
    rungsTaken: [
      { rung: 'reminder', at: reminder },
      { rung: 'overdue', at: overdue },
      { rung: 'leader', at: '2023-10-09T01:00:30.100Z' },
    ],
  });

  it.each([
    ['on the instant', '2023-10-09T01:00:10.000Z', '2023-10-09T01:00:20.000Z', []],
    ['within five seconds', '2023-10-09T01:00:15.000Z', '2023-10-09T01:00:24.999Z', []],
    ['too early', '2023-10-09T01:00:09.999Z', '2023-10-09T01:00:20.000Z', ['reminder']],
    ['too late', '2023-10-09T01:00:10.000Z', '2023-10-09T01:00:25.001Z', ['overdue']],
  ])('taken %s', (_, reminder, overdue, expected) => {
    expect(unpunctual(foretold, taken(reminder, overdue))).toEqual(expected);
  });

  it('that never came', () => {
    expect(unpunctual(foretold, { rungsTaken: [] })).toEqual(['reminder', 'overdue', 'leader']);
  });
});

describe('messages that were foretold', () => {
  it('are one a rung for each account, in the order of the rungs', () => {
    expect(Object.fromEntries(messagesForetold(foretold, 'taiyuan'))).toEqual({
      'taiyuan.handler': ['clock.reminder', 'clock.overdue'],
      'taiyuan.leader': ['clock.overdue', 'clock.leader'],
      'office.handler': ['clock.overdue'],
      'office.leader': ['clock.overdue'],
      'vice-governor.industry-safety': ['clock.leader'],
    });
  });
});
