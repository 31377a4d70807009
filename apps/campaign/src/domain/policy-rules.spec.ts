import { describe, expect, it } from '@jest/globals';
import {
  type ClockKind,
  type ClockRule,
  Policy as PolicyShape,
  type Policy,
  type Rung,
} from '@bihuan/contracts';
import { defaultPetitions } from '@bihuan/process-core';
import { checkPolicy } from './policy-rules.ts';
import { buildPolicy } from './seed/policy.ts';

const policy = buildPolicy('2023-10-09');

const withClock = (kind: ClockKind, changes: Partial<ClockRule>): Policy => ({
  ...policy,
  clocks: { ...policy.clocks, [kind]: { ...policy.clocks[kind], ...changes } },
});
const secondsPeriod = withClock('plan', { period: { seconds: 20 } });
const secondsRung = withClock('rectify', {
  ladder: [{ rung: 'overdue' }, { rung: 'leader', after: { seconds: 5 } }],
});
const roundTheClock = { ...policy, noticeHours: { from: '00:00', to: '24:00' } };

describe('what a policy may say', () => {
  it('takes the default policy', () => {
    expect(() => {
      checkPolicy(policy, '');
    }).not.toThrow();
  });

  it.each([
    ['seconds as a period', secondsPeriod, '/policy/clocks/plan/period'],
    ['seconds in a ladder', secondsRung, '/policy/clocks/rectify/ladder/1'],
    ['notices round the clock', roundTheClock, '/policy/noticeHours'],
  ])('%s: for demonstrations only', (_, changed, pointer) => {
    expect(() => {
      checkPolicy(changed, '/policy');
    }).toThrow(expect.objectContaining({ fields: [{ pointer, code: 'field.invalid' }] }));
    expect(() => {
      checkPolicy({ ...changed, demonstration: true }, '/policy');
    }).not.toThrow();
  });

  it.each([
    [
      'hours that end before they begin',
      { ...policy, noticeHours: { from: '20:00', to: '08:00' } },
      '/noticeHours/to',
    ],
    [
      'a rung twice',
      withClock('plan', { ladder: [{ rung: 'overdue' }, { rung: 'overdue' }] }),
      '/clocks/plan/ladder/1',
    ],
    [
      'a rung ahead of the due and behind it',
      withClock('plan', { ladder: [{ rung: 'overdue', before: { days: 1 }, after: { days: 1 } }] }),
      '/clocks/plan/ladder/0',
    ],
  ])('refuses %s, for demonstrations too', (_, changed, pointer) => {
    for (const demonstration of [false, true])
      expect(() => {
        checkPolicy({ ...changed, demonstration }, '');
      }).toThrow(expect.objectContaining({ fields: [{ pointer, code: 'field.invalid' }] }));
  });

  const petitions = (own: object): Policy => ({ ...policy, petitions: { ...defaultPetitions, ...own } });

  it.each<[string, Policy, string]>([
    [
      'seconds ahead of the due',
      petitions({ long: { fileBefore: { seconds: 30 }, decideIn: { workingDays: 10 } } }),
      '/petitions/long/fileBefore',
    ],
    [
      'hours for the decision',
      petitions({ short: { fileBefore: { workingDays: 5 }, decideIn: { hours: 4 } } }),
      '/petitions/short/decideIn',
    ],
  ])('petitions with %s: for demonstrations only', (_, changed, pointer) => {
    expect(() => {
      checkPolicy(changed, '');
    }).toThrow(expect.objectContaining({ fields: [{ pointer, code: 'field.invalid' }] }));
    expect(() => {
      checkPolicy({ ...changed, demonstration: true }, '');
    }).not.toThrow();
  });

  it.each([
    ['no', { workingDays: 0 }],
    ['no', { days: 0 }],
    ['no', { months: 0 }],
  ])('refuses petitions with %s time for the decision: %j', (_, decideIn) => {
    const changed = petitions({ short: { fileBefore: { workingDays: 5 }, decideIn } });
    expect(() => {
      checkPolicy(changed, '');
    }).toThrow(
      expect.objectContaining({ fields: [{ pointer: '/petitions/short/decideIn', code: 'field.invalid' }] }),
    );
  });

  it.each([
    ['a negative term', { long: { fileBefore: { workingDays: -1 }, decideIn: { days: 1 } } }],
    ['half a day', { long: { fileBefore: { days: 0.5 }, decideIn: { days: 1 } } }],
    ['no long terms', { long: undefined }],
    ['a negative allowance', { allowance: -1 }],
    ['a long period of no days', { longPeriodDays: 0 }],
  ])('takes no petitions with %s', (_, own) => {
    expect(PolicyShape.safeParse(petitions(own)).success).toBe(false);
  });

  it('takes the product’s own petitions', () => {
    expect(() => {
      checkPolicy(petitions({}), '');
    }).not.toThrow();
  });

  const day = { days: 1 };
  const overdue: Rung = { rung: 'overdue' };

  it.each<[string, Rung[], string]>([
    ['no overdue', [{ rung: 'reminder', before: day }], '/clocks/plan/ladder'],
    ['an overdue ahead of the due', [{ rung: 'overdue', before: day }], '/clocks/plan/ladder/0'],
    ['an overdue behind the due', [{ rung: 'overdue', after: day }], '/clocks/plan/ladder/0'],
    ['a reminder on the due', [{ rung: 'reminder' }, overdue], '/clocks/plan/ladder/0'],
    ['a reminder behind the due', [overdue, { rung: 'reminder', after: day }], '/clocks/plan/ladder/1'],
    ['a leader on the due', [overdue, { rung: 'leader' }], '/clocks/plan/ladder/1'],
    ['a leader ahead of the due', [{ rung: 'leader', before: day }, overdue], '/clocks/plan/ladder/0'],
    ['an interview on the due', [overdue, { rung: 'interview' }], '/clocks/plan/ladder/1'],
    ['an interview ahead of the due', [overdue, { rung: 'interview', before: day }], '/clocks/plan/ladder/1'],
  ])('refuses a ladder with %s', (_, ladder, pointer) => {
    expect(() => {
      checkPolicy(withClock('plan', { ladder }), '');
    }).toThrow(expect.objectContaining({ fields: [{ pointer, code: 'field.invalid' }] }));
  });

  it('takes a ladder of the overdue alone', () => {
    expect(() => {
      checkPolicy(withClock('plan', { ladder: [overdue] }), '');
    }).not.toThrow();
  });
});
