import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, isWeekend, startOfDay, toLocalDate, toLocalMonth } from './local-date.ts';
import { localText } from './local-text.ts';
import { atTimeOfDay, timeOfDayMs } from './time-of-day.ts';

const anyInstant = fc.date({
  min: new Date('1995-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('dates in Shanghai', () => {
  it.each([
    ['2023-10-08T15:59:59.999Z', '2023-10-08'],
    ['2023-10-08T16:00:00.000Z', '2023-10-09'],
    ['2023-12-31T16:00:00.000Z', '2024-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s is %s', (instant, date) => {
    expect(toLocalDate(new Date(instant))).toBe(date);
  });

  it.each([
    ['2023-09-30T15:59:59.999Z', '2023-09'],
    ['2023-09-30T16:00:00.000Z', '2023-10'],
    ['2023-12-31T16:00:00.000Z', '2024-01'],
  ])('%s lies in %s', (instant, month) => {
    expect(toLocalMonth(new Date(instant))).toBe(month);
  });

  it.each([
    ['2023-10-09', '18:00', '2023-10-09T10:00:00.000Z'],
    ['2023-10-09', '00:00', '2023-10-08T16:00:00.000Z'],
    ['2023-10-09', '24:00', '2023-10-09T16:00:00.000Z'],
    ['2023-12-31', '24:00', '2023-12-31T16:00:00.000Z'],
    ['2023-10-09', '07:30', '2023-10-08T23:30:00.000Z'],
  ])('%s at %s is %s', (date, time, instant) => {
    expect(atTimeOfDay(date, time).toISOString()).toBe(instant);
  });

  it.each(['24:01', '25:00', '9:00', '18:60', '', '18:00:00'])('%p is not a time of day', (time) => {
    expect(() => atTimeOfDay('2023-10-09', time)).toThrow(RangeError);
  });

  it.each(['2023-02-29', '2023-13-01', '2023-1-1', '20231009', '', '2023-10-09T00:00'])(
    '%p is not a date',
    (date) => {
      expect(() => startOfDay(date)).toThrow(RangeError);
      expect(() => addDays(date, 1)).toThrow(RangeError);
      expect(() => isWeekend(date)).toThrow(RangeError);
    },
  );

  it.each([
    ['2023-10-09', 1, '2023-10-10'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-10-09', 0, '2023-10-09'],
  ])('%s %i days on is %s', (date, n, result) => {
    expect(addDays(date, n)).toBe(result);
  });

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-10-31', 1, '2023-11-30'],
    ['2023-10-09', 12, '2024-10-09'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-02-28', 1, '2023-03-28'],
    ['2023-01-15', -1, '2022-12-15'],
  ])('%s %i months on is %s', (date, n, result) => {
    expect(addMonths(date, n)).toBe(result);
  });

  it.each([
    ['2023-10-12 18:00', '2023-10-12T10:00:00Z'],
    ['2023-10-13 00:00', '2023-10-12T16:00:00Z'],
    ['2023-10-12 18:00:07', '2023-10-12T10:00:07.900Z'],
  ])('is read as %s', (text, instant) => {
    expect(localText(new Date(instant))).toBe(text);
  });

  it('takes every instant apart and puts it together again', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const start = startOfDay(toLocalDate(instant)).getTime();
        expect(start + timeOfDayMs(instant)).toBe(instant.getTime());
        expect(timeOfDayMs(instant)).toBeLessThan(86_400_000);
      }),
    );
  });

  it('comes back when days are added and taken away', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -4000, max: 4000 }), (instant, n) => {
        const date = toLocalDate(instant);
        expect(addDays(addDays(date, n), -n)).toBe(date);
      }),
    );
  });
});
