import { describe, expect, it } from '@jest/globals';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { localText } from '../calendar/local-text.ts';
import { deliverAt } from './deliver-at.ts';

describe('delivery of a notice', () => {
  it.each([
    ['08:00', '20:00', '2023-10-09 07:59', '2023-10-09 08:00', 'before the hours: when they begin'],
    ['08:00', '20:00', '2023-10-09 08:00', '2023-10-09 08:00', 'at their first moment: at once'],
    ['08:00', '20:00', '2023-10-09 19:59', '2023-10-09 19:59', 'inside: at once'],
    ['08:00', '20:00', '2023-10-09 20:00', '2023-10-10 08:00', 'at their end: the next morning'],
    ['08:00', '20:00', '2023-12-29 23:00', '2024-01-02 08:00', 'over the end of the year and New Year’s Day'],
    ['08:00', '20:00', '2023-10-13 20:00', '2023-10-16 08:00', 'on a Friday evening: on Monday'],
    ['08:00', '20:00', '2023-10-14 10:00', '2023-10-16 08:00', 'on a Saturday: on Monday'],
    ['08:00', '20:00', '2023-09-28 20:00', '2023-10-07 08:00', 'over National Day: on the make-up Saturday'],
    ['08:00', '20:00', '2023-10-07 09:00', '2023-10-07 09:00', 'on a make-up Saturday: at once'],
    ['08:00', '20:00', '2023-05-01 09:00', '2023-05-04 08:00', 'on May Day'],
    [
      '08:00',
      '20:00',
      '2025-03-08 09:00',
      '2025-03-10 08:00',
      'in a year that is not stored: Monday to Friday',
    ],
    ['00:00', '24:00', '2023-10-01 03:00', '2023-10-01 03:00', 'round the clock, on a holiday'],
    ['22:00', '06:00', '2023-10-14 05:00', '2023-10-14 05:00', 'over midnight, after a Friday'],
    ['22:00', '06:00', '2023-10-15 05:00', '2023-10-16 22:00', 'over midnight, after a Saturday'],
    ['00:00', '24:00', '2023-10-09 03:00', '2023-10-09 03:00', 'round the clock'],
    ['00:00', '24:00', '2023-10-09 00:00', '2023-10-09 00:00', 'round the clock, at midnight'],
    ['08:00', '24:00', '2023-10-09 23:59', '2023-10-09 23:59', 'to midnight'],
    ['22:00', '06:00', '2023-10-09 23:00', '2023-10-09 23:00', 'over midnight, before it'],
    ['22:00', '06:00', '2023-10-09 05:00', '2023-10-09 05:00', 'over midnight, after it'],
    ['22:00', '06:00', '2023-10-09 12:00', '2023-10-09 22:00', 'over midnight, outside'],
  ])('%s–%s, at %s: %s (%s)', (from, to, now, at) => {
    expect(localText(deliverAt(shanghai(now), { from, to }, storedCalendar))).toBe(at);
  });
});
