import type { Campaign, Policy } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { firstMonthOf, monthsOf, windowOf } from './campaign-months.ts';
import { monthlyDayOf, monthlyInstants } from './monthly-instants.ts';
import { endOfMonth, lastDayOf, monthBefore, monthsBetween, shiftMonth, startOfMonth } from './months.ts';

const policy = (version: number, effectiveFrom: string, monthly?: Policy['monthly']): Policy => ({
  version,
  effectiveFrom,
  dayEnds: '18:00',
  noticeHours: { from: '08:00', to: '20:00' },
  clocks: {},
  demonstration: false,
  ...(monthly && { monthly }),
});
const campaign = (startsOn: string, endsOn: string, policies = [policy(1, startsOn)]): Campaign => ({
  code: 'SX2023',
  nameZh: '行动',
  nameEn: 'Campaign',
  startsOn,
  endsOn,
  fields: [],
  policies,
});

describe('months of Shanghai', () => {
  it.each([
    ['2023-12', 1, '2024-01'],
    ['2023-01', -1, '2022-12'],
    ['2023-05', 0, '2023-05'],
    ['2023-05', 20, '2025-01'],
  ])('%s and %i more is %s', (month, n, expected) => {
    expect(shiftMonth(month, n)).toBe(expected);
  });

  it.each([
    ['2023-02', '2023-02-28'],
    ['2024-02', '2024-02-29'],
    ['2023-12', '2023-12-31'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDayOf(month)).toBe(day);
  });

  it('begin and end at midnight in Shanghai', () => {
    expect(startOfMonth('2023-10').toISOString()).toBe('2023-09-30T16:00:00.000Z');
    expect(endOfMonth('2023-10').toISOString()).toBe('2023-10-31T16:00:00.000Z');
  });

  it.each([
    ['2023-11-05T01:00:00Z', '2023-10'],
    ['2023-10-31T16:00:00Z', '2023-10'],
    ['2023-10-31T15:59:59Z', '2023-09'],
    ['2024-01-05T01:00:00Z', '2023-12'],
  ])('before %s lies %s', (instant, month) => {
    expect(monthBefore(new Date(instant))).toBe(month);
  });

  it('follow one upon the other', () => {
    expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(monthsBetween('2024-02', '2023-11')).toEqual([]);
  });
});

describe('months of a campaign', () => {
  it.each([
    ['begun within a month', '2023-04-25', '2023-12-31', '2023-05', '2023-04-25'],
    ['begun on the first', '2023-05-01', '2023-12-31', '2023-05', '2023-05-01'],
    ['within one month', '2023-10-09', '2023-10-20', '2023-10', '2023-10-09'],
    ['ending before the first whole month is over', '2023-10-09', '2023-11-03', '2023-11', '2023-10-09'],
  ])('%s: the first edition holds everything from its start', (_, startsOn, endsOn, first, from) => {
    expect(firstMonthOf({ startsOn, endsOn })).toBe(first);
    expect(windowOf({ startsOn, endsOn }, first)).toEqual({ from, to: lastDayOf(first) });
  });

  it('later windows are the calendar month', () => {
    const term = { startsOn: '2023-04-25', endsOn: '2023-12-31' };
    expect(windowOf(term, '2023-06')).toEqual({ from: '2023-06-01', to: '2023-06-30' });
  });

  it('go on for thirteen months beyond the end, for what is rectified in a year', () => {
    const months = monthsOf({ startsOn: '2023-04-25', endsOn: '2023-12-31' });
    expect([months.length, months[0], months.at(-1)]).toEqual([21, '2023-05', '2025-01']);
  });
});

describe('the day on which a month is made', () => {
  it('is the product’s own where the policy says nothing', () => {
    const instants = monthlyInstants('disclosure', campaign('2023-10-01', '2023-11-30'));
    expect(instants.slice(0, 3).map((instant) => instant.toISOString())).toEqual([
      '2023-11-05T01:00:00.000Z',
      '2023-12-05T01:00:00.000Z',
      '2024-01-05T01:00:00.000Z',
    ]);
  });

  it('is that of the policy in force when the next month begins', () => {
    const changed = campaign('2023-10-01', '2023-12-31', [
      policy(1, '2023-10-01'),
      policy(2, '2023-12-01', { edition: 3, assessment: 7, at: '08:30' }),
    ]);
    expect(monthlyDayOf('disclosure', changed, '2023-10').day).toBe('2023-11-05');
    expect(monthlyDayOf('disclosure', changed, '2023-11')).toMatchObject({ day: '2023-12-03', at: '08:30' });
    expect(monthlyInstants('assessment', changed)[1]?.toISOString()).toBe('2023-12-07T00:30:00.000Z');
  });
});
