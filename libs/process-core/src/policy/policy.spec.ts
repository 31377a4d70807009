import { ClockRule, type Policy } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { shortLadder, standardLadder } from './ladders.ts';
import { policyOn } from './policy-on.ts';

const policy = (version: number, effectiveFrom: string): Policy => ({
  version,
  effectiveFrom,
  dayEnds: '18:00',
  noticeHours: { from: '08:00', to: '20:00' },
  clocks: {},
  demonstration: false,
});

describe('the policy in force', () => {
  const policies = [policy(3, '2023-10-01'), policy(1, '2023-04-25'), policy(2, '2023-10-01')];

  it.each([
    ['2023-04-24', undefined],
    ['2023-04-25', 1],
    ['2023-09-30', 1],
    ['2023-10-01', 3],
    ['2024-01-01', 3],
  ])('on %s is version %p', (date, version) => {
    expect(policyOn(policies, date)?.version).toBe(version);
  });

  it('is none where there is none', () => {
    expect(policyOn([], '2023-10-01')).toBeUndefined();
  });
});

describe('the ladders', () => {
  it.each([
    ['standard', standardLadder],
    ['short', shortLadder],
  ])('%s: is a default of our own that the contract accepts', (_, { rungs, basis }) => {
    expect(ClockRule.safeParse({ period: { days: 10 }, ladder: rungs, basis }).success).toBe(true);
    expect(rungs.map(({ rung }) => rung)).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    expect(basis).toMatchObject({ origin: 'default', zh: expect.stringContaining('默认') });
  });
});
