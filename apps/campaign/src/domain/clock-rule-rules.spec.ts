import type { ClockKind, ClockRule, Period, Policy, Rung } from '@bihuan/contracts';
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

  it('that leave out a fact which starts or ends them are refused: nothing would hold it back', () => {
    const changed = withClock('progress', { startsWith: ['rectifying'], endsWith: ['completionReported'] });
    expect(refusal(changed)).toMatchObject({
      code: 'policy.incomplete',
      params: {
        missing: 'clocks/progress/startsWith/progressReported, clocks/progress/endsWith/progressReported',
      },
      fields: [
        { pointer: '/policy/clocks/progress/startsWith', code: 'field.required' },
        { pointer: '/policy/clocks/progress/endsWith', code: 'field.required' },
      ],
    });
  });

  it('may name their facts in any order', () => {
    const changed = withClock('progress', { endsWith: ['completionReported', 'progressReported'] });
    expect(refusal(changed)).toBeNull();
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
      withClock('accept', { endsWith: ['verdictGiven', 'struckOff'] }),
      'policy.factUnknown',
      '/policy/clocks/accept/endsWith/1',
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
      'fewer seconds behind an hour',
      [overdue, { rung: 'leader', after: { hours: 1 } }, { rung: 'interview', after: { seconds: 60 } }],
      2,
    ],
    ['an overdue before its reminder', [overdue, { rung: 'reminder', before: { hours: 1 } }], 1],
  ])('with %s run backwards', (_, ladder, i) => {
    expect(refusal(withClock('plan', { ladder }))).toMatchObject({
      code: 'policy.rungsBackwards',
      fields: [{ pointer: `/policy/clocks/plan/ladder/${i}` }],
    });
  });

  it.each<[string, Period, Period]>([
    ['days behind working days, which a holiday makes longer', { workingDays: 5 }, { days: 7 }],
    ['working days behind days', { days: 5 }, { workingDays: 5 }],
    ['months behind working days', { workingDays: 20 }, { months: 1 }],
    ['hours behind days, which are carried over days off', { days: 2 }, { hours: 60 }],
    ['days behind hours', { hours: 60 }, { days: 3 }],
  ])('with %s are refused: which comes first is the calendar’s affair', (_, leader, interview) => {
    const ladder: Rung[] = [
      overdue,
      { rung: 'leader', after: leader },
      { rung: 'interview', after: interview },
    ];
    expect(refusal(withClock('plan', { ladder }))).toMatchObject({
      code: 'policy.rungsMixed',
      fields: [{ pointer: '/policy/clocks/plan/ladder/2' }],
    });
  });

  it.each<[string, Rung[]]>([
    [
      'fall on the same moment and leave rungs out',
      [
        overdue,
        { rung: 'interview', after: { workingDays: 3 } },
        { rung: 'raise', after: { workingDays: 3 } },
      ],
    ],
    [
      'remind by another unit than they climb by',
      [{ rung: 'reminder', before: { hours: 4 } }, overdue, { rung: 'leader', after: { workingDays: 3 } }],
    ],
  ])('may %s', (_, ladder) => {
    expect(refusal(withClock('plan', { ladder }))).toBeNull();
  });
});
