import { WorkingCalendar } from '@bihuan/process-core';
import { expect, it } from '@jest/globals';
import { workingDaysLate } from './lateness.ts';

const calendar = new WorkingCalendar([
  {
    code: '2023',
    version: 1,
    holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
    makeUpDays: ['2023-10-07', '2023-10-08'],
  },
]);

it.each([
  ['the same day', '2023-10-09T18:00', '2023-10-09T23:59', 0],
  ['the next morning', '2023-10-09T18:00', '2023-10-10T00:00', 1],
  ['over a weekend', '2023-10-13T18:00', '2023-10-16T09:00', 1],
  ['on the weekend', '2023-10-13T18:00', '2023-10-15T09:00', 0],
  ['over Mid-Autumn and National Day, whose weekend is worked', '2023-09-28T18:00', '2023-10-09T09:00', 3],
  ['due at midnight, which ends the day before', '2023-10-10T00:00', '2023-10-10T08:00', 1],
  ['before the due', '2023-10-12T18:00', '2023-10-09T09:00', 0],
])('%s: working days late', (_, due, asOf, days) => {
  const shanghai = (local: string) => new Date(`${local}:00+08:00`);
  expect(workingDaysLate(shanghai(due), shanghai(asOf), calendar)).toBe(days);
});
