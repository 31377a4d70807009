import { describe, expect, it } from '@jest/globals';
import { ClockKind, type Period, Policy } from '@bihuan/contracts';
import { buildPolicy } from './policy.ts';

const policy = buildPolicy('2023-04-25');

describe('first policy of the campaign', () => {
  it('fits the contract and has every clock', () => {
    expect(Policy.parse(policy)).toEqual(policy);
    expect(Object.keys(policy.clocks).sort()).toEqual([...ClockKind.options].sort());
  });

  it.each<[ClockKind, Period, 'default' | 'regulation']>([
    ['handOver', { workingDays: 1 }, 'default'],
    ['acknowledge', { workingDays: 1 }, 'default'],
    ['refusalDecision', { workingDays: 1 }, 'default'],
    ['plan', { workingDays: 3 }, 'default'],
    ['progress', { days: 10 }, 'default'],
    ['rectify', { days: 30 }, 'default'],
    ['accept', { days: 10 }, 'regulation'],
    ['strikeOff', { workingDays: 5 }, 'default'],
    ['listing', { workingDays: 5 }, 'default'],
    ['publishListing', { workingDays: 5 }, 'regulation'],
    ['publishStrikeOff', { workingDays: 5 }, 'regulation'],
    ['penaltyPublication', { workingDays: 7 }, 'regulation'],
    ['monthlyEdition', { days: 5 }, 'default'],
    ['extensionDecision', { workingDays: 10 }, 'regulation'],
    ['interviewHeld', { days: 7 }, 'regulation'],
    ['interviewReply', { workingDays: 5 }, 'regulation'],
  ])('%s: %j, %s', (kind, period, origin) => {
    expect(policy.clocks[kind]?.period).toEqual(period);
    expect(policy.clocks[kind]?.basis.origin).toBe(origin);
  });

  it.each(Object.values(policy.clocks).filter(({ basis }) => basis.origin === 'default'))(
    'says of a default that no regulation gives it: $basis.en',
    ({ basis }) => {
      expect(basis.zh).toContain('非法规规定');
      expect(basis.en).toContain('not from a regulation');
    },
  );

  it('climbs reminder, overdue, leader, then interview or what follows it, and never reminds before a short clock starts', () => {
    for (const [kind, { period, ladder }] of Object.entries(policy.clocks)) {
      const followsInterview = kind.startsWith('interview');
      const last = followsInterview ? 'raise' : 'interview';
      expect(ladder.map(({ rung }) => rung)).toEqual(['reminder', 'overdue', 'leader', last]);
      if (followsInterview) continue;
      const short = 'workingDays' in period && period.workingDays <= 3;
      expect(ladder[0]?.before).toEqual(short ? { hours: 4 } : { workingDays: 3 });
    }
  });
});
