import type { CalendarYear } from '@bihuan/contracts';
import { WorkingCalendar } from '../calendar/working-calendar.ts';

/** 2023 by the State Council's notice; of 2024 only what the tests touch. */
export const storedYears: CalendarYear[] = [
  {
    code: '2023',
    version: 1,
    holidays: [
      ...['2023-01-02', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26', '2023-01-27'],
      ...['2023-04-05', '2023-05-01', '2023-05-02', '2023-05-03', '2023-06-22', '2023-06-23'],
      ...['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
    ],
    makeUpDays: [
      ...['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25'],
      ...['2023-10-07', '2023-10-08'],
    ],
  },
  {
    code: '2024',
    version: 3,
    holidays: ['2024-01-01', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16'],
    makeUpDays: ['2024-02-04', '2024-02-18'],
  },
];

export const storedCalendar = new WorkingCalendar(storedYears);

/** An instant from Shanghai's time, `2023-10-09 09:00` or with seconds. */
export function shanghai(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}
