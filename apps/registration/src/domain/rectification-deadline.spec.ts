import { WorkingCalendar } from '@bihuan/process-core';
import { testPolicy } from '@bihuan/testing/reference';
import { describe, expect, it } from '@jest/globals';
import { rectificationDeadline } from './rectification-deadline.ts';

/** A period that ends on a holiday is moved by the calendar, a named date never is. */
const calendar = new WorkingCalendar([
  { code: '2023', version: 1, holidays: ['2023-10-10', '2023-11-08'], makeUpDays: [] },
]);
const morning = new Date('2023-10-09T09:00:00+08:00');
const evening = new Date('2023-10-09T18:00:00+08:00');

describe('the end of the rectification period', () => {
  const dates: [string, string | undefined, string][] = [
    ['tomorrow', '2023-10-10', '2023-10-10T18:00:00+08:00'],
    ['today, while it lasts', '2023-10-09', '2023-10-09T18:00:00+08:00'],
    ['a Sunday', '2023-10-15', '2023-10-15T18:00:00+08:00'],
    ['one year ahead', '2024-10-09', '2024-10-09T18:00:00+08:00'],
  ];
  it.each(dates)('is the end of the day named: %s', (_what, named, expected) => {
    expect(rectificationDeadline(named, morning, testPolicy, calendar)).toEqual(new Date(expected));
  });

  it('is the policy’s period where no day is named, moved to a working day', () => {
    const deadline = rectificationDeadline(undefined, morning, testPolicy, calendar);
    expect(deadline).toEqual(new Date('2023-11-09T18:00:00+08:00'));
  });

  const refusals: [string, string, Date, string][] = [
    ['yesterday', '2023-10-08', morning, 'hazard.deadlinePast'],
    ['today, at the end of the day', '2023-10-09', evening, 'hazard.deadlinePast'],
    ['one year and a day ahead', '2024-10-10', morning, 'hazard.deadlineTooFar'],
  ];
  it.each(refusals)('is not %s', (_what, named, now, code) => {
    expect(() => rectificationDeadline(named, now, testPolicy, calendar)).toThrow(
      expect.objectContaining({ code, fields: [{ pointer: '/deadline', code }] }),
    );
  });
});
