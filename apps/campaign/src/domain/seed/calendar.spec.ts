import { describe, expect, it } from '@jest/globals';
import { isWeekend, WorkingCalendar } from '@bihuan/process-core';
import { readSeedFiles } from '../../persistence/seed-files.ts';
import { buildCalendar } from './calendar.ts';

const years = buildCalendar(readSeedFiles().holidays).map(({ body }) => body);

const calendar = new WorkingCalendar(years);

describe('working calendar', () => {
  it('stores 2022 to 2026', () => {
    expect(years.map(({ code }) => code)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });

  it.each([
    ['2022-01-31', false],
    ['2023-01-28', true],
    ['2023-04-23', true],
    ['2023-05-03', false],
    ['2023-09-28', true],
    ['2023-09-29', false],
    ['2023-10-01', false],
    ['2023-10-02', false],
    ['2023-10-03', false],
    ['2023-10-04', false],
    ['2023-10-05', false],
    ['2023-10-06', false],
    ['2023-10-07', true],
    ['2023-10-08', true],
    ['2023-10-09', true],
    ['2023-10-14', false],
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2025-01-26', true],
    ['2025-10-08', false],
    ['2026-02-23', false],
    ['2026-10-10', true],
  ])('%s worked: %s', (date, expected) => {
    expect(calendar.isWorkingDay(date)).toBe(expected);
  });

  it('lists weekdays as holidays and weekend days as make-up days, nothing else', () => {
    expect(years.flatMap(({ holidays }) => holidays).filter(isWeekend)).toEqual([]);
    expect(years.flatMap(({ makeUpDays }) => makeUpDays).filter((date) => !isWeekend(date))).toEqual([]);
  });

  it('leaves out a year that the table does not know', () => {
    const table = { holidays: { '2022-01-03': '' }, workdays: { '2022-01-29': '' } };
    expect(buildCalendar(table).map(({ code }) => code)).toEqual(['2022']);
  });
});
