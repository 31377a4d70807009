import type { ClockKind, ClockRule, Policy, Rung } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { checkPolicy } from './policy-rules.ts';
import { buildPolicy } from './seed/policy.ts';

const policy = buildPolicy('2023-10-09');
const withClock = (kind: ClockKind, changes: Partial<ClockRule>): Policy => ({
  ...policy,
  clocks: { ...policy.clocks, [kind]: { ...policy.clocks[kind], ...changes } },
});
const refusal = (changed: Policy): unknown => {
  try {
    checkPolicy(changed, '/policy');
    return null;
  } catch (error) {
    return error;
  }
};

describe('the clocks of a policy', () => {
  it('without start, end or owner are refused with the list of what is missing', () => {
    const { startsWith, owner, ...plan } = policy.clocks.plan!;
    const { endsWith, ...accept } = policy.clocks.accept!;
    expect(refusal({ ...policy, clocks: { ...policy.clocks, plan, accept } })).toMatchObject({
      code: 'policy.incomplete',
      params: { missing: 'clocks/plan/startsWith, clocks/plan/owner, clocks/accept/endsWith' },
      fields: [
        { pointer: '/policy/clocks/plan/startsWith', code: 'field.required' },
        { pointer: '/policy/clocks/plan/owner', code: 'field.required' },
        { pointer: '/policy/clocks/accept/endsWith', code: 'field.required' },
      ],
    });
  });

  it.each<[string, Policy, string, string]>([
    [
      'start with a fact that the owner does not hear',
      withClock('plan', { startsWith: ['rectifying', 'published'] }),
      'policy.factUnknown',
      '/policy/clocks/plan/startsWith/1',
    ],
    [
      'end with one',
      withClock('accept', { endsWith: ['struckOff'] }),
      'policy.factUnknown',
      '/policy/clocks/accept/endsWith/0',
    ],
    [
      'belong to somebody else',
      withClock('rectify', { owner: 'handover' }),
      'policy.ownerUnknown',
      '/policy/clocks/rectify/owner',
    ],
  ])('that %s are refused', (_, changed, code, pointer) => {
    expect(refusal(changed)).toMatchObject({ code, fields: [{ pointer, code }] });
  });

  const overdue: Rung = { rung: 'overdue' };
  it.each<[string, Rung[], number]>([
    [
      'an interview before the leader',
      [
        overdue,
        { rung: 'interview', after: { workingDays: 7 } },
        { rung: 'leader', after: { workingDays: 9 } },
      ],
      2,
    ],
    [
      'a leader later than the interview',
      [
        overdue,
        { rung: 'leader', after: { workingDays: 9 } },
        { rung: 'interview', after: { workingDays: 7 } },
      ],
      2,
    ],
    [
      'hours behind days',
      [overdue, { rung: 'leader', after: { days: 2 } }, { rung: 'interview', after: { hours: 5 } }],
      2,
    ],
    ['an overdue before its reminder', [overdue, { rung: 'reminder', before: { hours: 1 } }], 1],
  ])('with %s run backwards', (_, ladder, i) => {
    expect(refusal(withClock('plan', { ladder }))).toMatchObject({
      code: 'policy.rungsBackwards',
      fields: [{ pointer: `/policy/clocks/plan/ladder/${i}` }],
    });
  });

  it('may fall on the same moment and leave rungs out', () => {
    const ladder: Rung[] = [
      overdue,
      { rung: 'leader', after: { workingDays: 3 } },
      { rung: 'interview', after: { days: 3 } },
      { rung: 'raise', after: { months: 1 } },
    ];
    expect(refusal(withClock('plan', { ladder }))).toBeNull();
  });
});
