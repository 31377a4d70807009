import type { Period } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { localText } from '../calendar/local-text.ts';
import { toLocalDate } from '../calendar/local-date.ts';
import { dueOf, dueOfNamedDate } from './due.ts';
import { explainNamedDue } from './explain.ts';

const dueText = (start: string, period: Period, dayEnds = '18:00') =>
  localText(dueOf(shanghai(start), period, storedCalendar, dayEnds).due);

describe('the due of a period', () => {
  it.each<[string, string, Period, string]>([
    ['the start day does not count', '2023-10-09 09:00', { workingDays: 1 }, '2023-10-10 18:00'],
    ['not even from its first moment', '2023-10-09 00:00', { workingDays: 1 }, '2023-10-10 18:00'],
    ['nor from after the day has ended', '2023-10-09 23:59', { workingDays: 1 }, '2023-10-10 18:00'],
    ['a weekend is passed over', '2023-10-13 09:00', { workingDays: 1 }, '2023-10-16 18:00'],
    ['a start on a day off', '2023-10-14 09:00', { workingDays: 1 }, '2023-10-16 18:00'],
    [
      'a holiday week, two weekend days made up for',
      '2023-09-28 10:00',
      { workingDays: 3 },
      '2023-10-09 18:00',
    ],
    ['into the next year', '2023-12-29 10:00', { workingDays: 2 }, '2024-01-03 18:00'],
    ['ten days', '2023-10-09 09:00', { days: 10 }, '2023-10-19 18:00'],
    ['days that end on a Saturday', '2023-10-09 09:00', { days: 5 }, '2023-10-16 18:00'],
    ['days that end in a holiday week', '2023-09-20 09:00', { days: 10 }, '2023-10-07 18:00'],
    ['a month to the same date', '2023-10-09 09:00', { months: 1 }, '2023-11-09 18:00'],
    ['a month to its last day', '2023-10-31 09:00', { months: 1 }, '2023-11-30 18:00'],
    ['a month that ends on a Sunday', '2023-09-12 09:00', { months: 2 }, '2023-11-13 18:00'],
    ['hours run from the instant, over a night', '2023-10-09 20:00', { hours: 12 }, '2023-10-10 08:00'],
    ['hours run over a weekend', '2023-10-13 20:00', { hours: 24 }, '2023-10-14 20:00'],
    ['seconds', '2023-10-09 09:00', { seconds: 20 }, '2023-10-09 09:00:20'],
    ['nought: the same day', '2023-10-09 09:00', { workingDays: 0 }, '2023-10-09 18:00'],
    ['nought on a day off', '2023-10-14 09:00', { days: 0 }, '2023-10-16 18:00'],
    ['nought when the day has ended', '2023-10-13 18:00', { days: 0 }, '2023-10-16 18:00'],
  ])('%s', (_, start, period, due) => {
    expect(dueText(start, period)).toBe(due);
  });

  it('may end with the day itself', () => {
    expect(dueText('2023-10-09 09:00', { workingDays: 1 }, '24:00')).toBe('2023-10-11 00:00');
  });

  it.each<[string, Period, boolean]>([
    ['2024-12-30 09:00', { workingDays: 1 }, false],
    ['2024-12-31 09:00', { workingDays: 1 }, true],
    ['2024-12-27 09:00', { days: 5 }, true],
    ['2024-06-01 09:00', { months: 12 }, true],
    ['2022-12-31 09:00', { workingDays: 1 }, false],
    ['2024-12-31 23:00', { hours: 48 }, false],
    ['2023-10-09 09:00', { workingDays: 0 }, false],
  ])('from %s, %j is provisional: %p', (start, period, provisional) => {
    expect(dueOf(shanghai(start), period, storedCalendar, '18:00').provisional).toBe(provisional);
  });

  it('lies after its start and ends on a working day', () => {
    const period = fc.oneof(
      fc.record({ workingDays: fc.integer({ min: 0, max: 60 }) }),
      fc.record({ days: fc.integer({ min: 0, max: 90 }) }),
      fc.record({ months: fc.integer({ min: 0, max: 12 }) }),
    );
    const minute = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(minute, period, (minutes, days) => {
        const start = new Date(shanghai('2023-01-01 00:00').getTime() + minutes * 60_000);
        const { due } = dueOf(start, days, storedCalendar, '18:00');
        expect(due.getTime()).toBeGreaterThan(start.getTime());
        expect(storedCalendar.isWorkingDay(toLocalDate(due))).toBe(true);
      }),
    );
  });
});

describe('a date that was named', () => {
  it.each([
    ['2023-10-14', '18:00', '2023-10-14 18:00'],
    ['2023-10-01', '24:00', '2023-10-02 00:00'],
  ])('%s is not moved by the calendar', (date, dayEnds, due) => {
    expect(localText(dueOfNamedDate(date, dayEnds))).toBe(due);
  });

  it('says so', () => {
    const due = explainNamedDue(dueOfNamedDate('2023-10-14', '18:00'));
    expect(due.zh).toContain('2023-10-14 18:00');
    expect(due.en).toContain('Days off do not move it');
  });
});

describe('why this date', () => {
  const why = (start: string, period: Period) =>
    dueOf(shanghai(start), period, storedCalendar, '18:00').explanation;

  it('names start, period and end', () => {
    expect(why('2023-10-09 09:00', { workingDays: 1 })).toEqual({
      zh: '自2023-10-09起算（当日不计），1个工作日，至2023-10-10 18:00（北京时间）止，届时即为逾期。',
      en: '1 working day from 2023-10-09 (that day not counted), until 2023-10-10 18:00 Asia/Shanghai; exactly then is late.',
    });
  });

  it('names the holidays and make-up days on the way', () => {
    const { zh, en } = why('2023-10-05 09:00', { workingDays: 3 });
    expect(zh).toContain('放假不计：2023-10-06；调休上班计入：2023-10-07, 2023-10-08。');
    expect(en).toContain(
      'With holidays not counted: 2023-10-06; make-up days counted: 2023-10-07, 2023-10-08.',
    );
  });

  it.each<[string, string, Period, string]>([
    [
      'a move off a day without work',
      '2023-10-09 09:00',
      { days: 5 },
      '2023-10-14 is not a working day: moved to 2023-10-16.',
    ],
    ['a day that had ended', '2023-10-13 19:00', { days: 0 }, '2023-10-13 18:00 had passed at the start'],
    ['a calendar that is not stored', '2024-12-31 09:00', { workingDays: 1 }, 'not stored yet'],
    ['hours', '2023-10-09 20:00', { hours: 12 }, '12 hours from 2023-10-09 20:00, until 2023-10-10 08:00'],
    [
      'seconds',
      '2023-10-09 20:00',
      { seconds: 1 },
      '1 second from 2023-10-09 20:00, until 2023-10-09 20:00:01',
    ],
    ['months', '2023-10-09 20:00', { months: 2 }, '2 months from 2023-10-09'],
  ])('tells of %s', (_, start, period, text) => {
    expect(why(start, period).en).toContain(text);
  });
});
