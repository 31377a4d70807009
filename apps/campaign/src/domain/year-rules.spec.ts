import { describe, expect, it } from '@jest/globals';
import { checkYear } from './year-rules.ts';

const refusal = (holidays: string[], makeUpDays: string[]): unknown => {
  try {
    checkYear({ code: '2027', holidays, makeUpDays });
    return null;
  } catch (error) {
    return error;
  }
};

describe('the days of a year', () => {
  it('are weekdays off and weekend days worked', () => {
    expect(refusal(['2027-01-01', '2027-02-08'], ['2027-02-14'])).toBeNull();
  });

  it('cannot be both', () => {
    expect(refusal(['2027-01-01', '2027-02-14'], ['2027-02-14'])).toMatchObject({
      code: 'calendar.dayBoth',
      params: { days: '2027-02-14' },
      fields: [{ pointer: '/holidays/1' }],
    });
  });

  it.each([
    ['a Saturday as a holiday', ['2027-01-01', '2027-02-13'], [], '/holidays/1'],
    ['a Monday as a make-up day', [], ['2027-02-08'], '/makeUpDays/0'],
    ['a day of another year', ['2026-12-31'], [], '/holidays/0'],
    ['a day twice', ['2027-01-01', '2027-01-01'], [], '/holidays/1'],
  ])('are not %s', (_, holidays, makeUpDays, pointer) => {
    expect(refusal(holidays, makeUpDays)).toMatchObject({ code: 'field.invalid', fields: [{ pointer }] });
  });
});
