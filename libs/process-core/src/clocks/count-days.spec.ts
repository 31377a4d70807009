import type { Period } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { toLocalDate } from '../calendar/local-date.ts';
import { countDays, type CountedDay } from './count-days.ts';
import { explainNamedDue } from './explain.ts';
import { type ClockChange, type ClockTerms, projectDue } from './project-due.ts';
import { readDays, writtenDays } from './written-days.ts';

const terms = (start: string, period: Period, ...changes: ClockChange[]): ClockTerms => ({
  ...{ start: shanghai(start), base: { period }, dayEnds: '18:00', changes },
});
const written = (days: readonly CountedDay[]) =>
  days.map(({ date, counted, reason }) => `${counted ? '+' : '-'} ${date.slice(5)} ${reason}`);

describe('the days of a count', () => {
  it('are told one by one over National Day, the make-up days counted', () => {
    expect(written(countDays(terms('2023-09-28 10:00', { workingDays: 3 }), storedCalendar))).toEqual([
      '- 09-28 startDay',
      '- 09-29 holiday',
      '- 09-30 weekend',
      '- 10-01 weekend',
      ...['02', '03', '04', '05', '06'].map((day) => `- 10-${day} holiday`),
      '+ 10-07 makeUpDay',
      '+ 10-08 makeUpDay',
      '+ 10-09 workingDay',
    ]);
  });

  it('of a period in days count every day, and the last is carried to a working day', () => {
    expect(written(countDays(terms('2023-10-11 10:00', { days: 3 }), storedCalendar))).toEqual([
      '- 10-11 startDay',
      '+ 10-12 calendarDay',
      '+ 10-13 calendarDay',
      '+ 10-14 calendarDay',
      '- 10-15 weekend',
      '+ 10-16 carried',
    ]);
  });

  it('that a pause took are not counted', () => {
    const pause = {
      kind: 'pause',
      from: shanghai('2023-10-10 10:00'),
      to: shanghai('2023-10-11 20:00'),
    } as const;
    expect(written(countDays(terms('2023-10-09 10:00', { workingDays: 1 }, pause), storedCalendar))).toEqual([
      '- 10-09 startDay',
      '- 10-10 paused',
      '- 10-11 paused',
      '+ 10-12 workingDay',
    ]);
  });

  const named = shanghai('2023-10-31 18:00');
  it.each<[string, ClockTerms]>([
    [
      'of a date that was named',
      { ...terms('2023-10-09 10:00', { days: 1 }), base: { named, explanation: explainNamedDue(named) } },
    ],
    ['of hours', terms('2023-10-09 10:00', { hours: 4 })],
    ['of a date that was granted', terms('2023-10-09 10:00', { days: 1 }, { kind: 'extension', due: named })],
  ])('are none %s', (_, clock) => {
    expect(countDays(clock, storedCalendar)).toEqual([]);
  });

  it('end with the due, and of working days as many count as the period has', () => {
    const minute = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 60 }), (minutes, workingDays) => {
        const start = new Date(shanghai('2023-01-01 00:00').getTime() + minutes * 60_000);
        const clock: ClockTerms = { start, base: { period: { workingDays } }, dayEnds: '18:00', changes: [] };
        const days = countDays(clock, storedCalendar);
        expect(days.at(-1)?.date).toBe(toLocalDate(projectDue(clock, storedCalendar).due));
        expect(days.filter(({ counted }) => counted)).toHaveLength(workingDays);
        expect(readDays(writtenDays(days), start)).toEqual(days);
      }),
    );
  });

  it('are read as they were written, for every reason', () => {
    const start = shanghai('2023-09-28 10:00');
    expect(written(readDays('swmcrehp', start))).toEqual([
      ...['- 09-28 startDay', '+ 09-29 workingDay', '+ 09-30 makeUpDay', '+ 10-01 calendarDay'],
      ...['+ 10-02 carried', '- 10-03 weekend', '- 10-04 holiday', '- 10-05 paused'],
    ]);
    expect(() => readDays('s?', start)).toThrow('No reason of a day');
  });
});
