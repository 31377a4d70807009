import { describe, expect, it } from '@jest/globals';
import { withDay } from './calendar-day.ts';

const year = { code: '2023', version: 3, holidays: ['2023-10-02', '2023-10-06'], makeUpDays: ['2023-10-07'] };

describe('changing a day of the calendar', () => {
  it.each([
    ['2023-10-03', 'holiday', { holidays: ['2023-10-02', '2023-10-03', '2023-10-06'] }],
    ['2023-10-06', 'ordinary', { holidays: ['2023-10-02'] }],
    ['2023-10-08', 'makeUpDay', { makeUpDays: ['2023-10-07', '2023-10-08'] }],
    ['2023-10-07', 'ordinary', { makeUpDays: [] }],
  ] as const)('%s becomes %s', (date, kind, expected) => {
    expect(withDay(year, date, kind)).toEqual({ ...year, ...expected, version: 4 });
  });

  it.each([
    ['2023-10-02', 'holiday'],
    ['2023-10-07', 'makeUpDay'],
    ['2023-10-09', 'ordinary'],
    ['2023-10-08', 'ordinary'],
  ] as const)('%s is %s already', (date, kind) => {
    expect(withDay(year, date, kind)).toBeNull();
  });

  it.each([
    ['2023-10-08', 'holiday'],
    ['2023-10-09', 'makeUpDay'],
  ] as const)('%s cannot be a %s', (date, kind) => {
    expect(() => withDay(year, date, kind)).toThrow(
      expect.objectContaining({ fields: [{ pointer: '/kind', code: 'field.invalid' }] }),
    );
  });
});
