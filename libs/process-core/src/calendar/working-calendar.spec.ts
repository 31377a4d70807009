import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storedCalendar, storedYears } from '../__fixtures__/stored-years.ts';
import { addDays } from './local-date.ts';
import { WorkingCalendar } from './working-calendar.ts';

const anyDate = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2022-06-01', n));

describe('the working calendar', () => {
  it.each([
    ['2023-10-09', true, 'a Monday'],
    ['2023-10-14', false, 'a Saturday'],
    ['2023-10-02', false, 'a Monday of National Day week'],
    ['2023-10-01', false, 'a Sunday of National Day week'],
    ['2023-10-07', true, 'a Saturday made up for'],
    ['2023-10-08', true, 'a Sunday made up for'],
    ['2024-02-18', true, 'a Sunday made up for after Spring Festival'],
    ['2027-10-01', true, 'a Friday of a year that is not stored'],
    ['2027-10-02', false, 'a Saturday of a year that is not stored'],
  ])('%s is worked: %p (%s)', (date, worked) => {
    expect(storedCalendar.isWorkingDay(date)).toBe(worked);
  });

  it.each([
    ['2023-09-28', '2023-09-28'],
    ['2023-09-29', '2023-10-07'],
    ['2023-10-14', '2023-10-16'],
    ['2023-12-30', '2024-01-02'],
  ])('from %s the next working day is %s', (date, next) => {
    expect(storedCalendar.nextWorkingDay(date)).toBe(next);
  });

  it.each([
    ['2023-10-09', 1, '2023-10-10'],
    ['2023-10-13', 1, '2023-10-16'],
    ['2023-09-28', 1, '2023-10-07'],
    ['2023-09-28', 3, '2023-10-09'],
    ['2023-10-06', 1, '2023-10-07'],
    ['2023-10-09', 0, '2023-10-09'],
    ['2023-10-14', 0, '2023-10-14'],
    ['2023-10-09', -1, '2023-10-08'],
    ['2023-10-07', -1, '2023-09-28'],
    ['2023-10-14', -1, '2023-10-13'],
    ['2023-12-29', 1, '2024-01-02'],
  ])('%s and %i working days give %s', (date, n, result) => {
    expect(storedCalendar.addWorkingDays(date, n)).toBe(result);
  });

  it.each([
    ['2023-01-01', '2024-12-31', false],
    ['2022-12-31', '2022-12-31', true],
    ['2024-12-31', '2025-01-01', true],
    ['2022-12-31', '2025-01-01', true],
  ])('from %s to %s is provisional: %p', (from, to, provisional) => {
    expect(storedCalendar.isProvisional(from, to)).toBe(provisional);
  });

  it('sees a gap between two stored years', () => {
    const gap = new WorkingCalendar([storedYears[0]!, { ...storedYears[1]!, code: '2025' }]);
    expect(gap.isProvisional('2023-12-01', '2025-01-10')).toBe(true);
  });

  it('has a version that rises with every year and every change', () => {
    expect(new WorkingCalendar([]).version).toBe(0);
    expect(storedCalendar.version).toBe(4);
  });

  it('names the days that made a count differ', () => {
    expect(storedCalendar.exceptions('2023-10-05', '2023-10-07')).toEqual({
      holidays: ['2023-10-05', '2023-10-06'],
      makeUpDays: ['2023-10-07'],
    });
  });

  it('counts as many working days as it was asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const to = storedCalendar.addWorkingDays(from, n);
        let worked = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          if (storedCalendar.isWorkingDay(day)) worked++;
        expect(worked).toBe(n);
        expect(storedCalendar.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('goes back to a working day as far as it went on from it', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40 }), (date, n) => {
        const from = storedCalendar.nextWorkingDay(date);
        expect(storedCalendar.addWorkingDays(storedCalendar.addWorkingDays(from, n), -n)).toBe(from);
      }),
    );
  });
});
