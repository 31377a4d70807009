import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.ts';

describe('the options of npm run sample', () => {
  it('have defaults, but for the number of rows', () => {
    expect(readOptions(['--rows', '1300'])).toEqual({
      rows: 1300,
      seed: 20_231_009,
      today: '2023-10-09',
      bad: false,
      csv: false,
      out: 'sample-ledger.xlsx',
    });
  });

  it('can all be set', () => {
    const args = '--rows 5 --seed 7 --today 2023-06-01 --bad --csv --out a.csv'.split(' ');
    expect(readOptions(args)).toEqual({
      rows: 5,
      seed: 7,
      today: '2023-06-01',
      bad: true,
      csv: true,
      out: 'a.csv',
    });
    expect(readOptions(['--rows', '5', '--csv'])).toMatchObject({ out: 'sample-ledger.csv' });
  });

  it.each([
    ['no rows', '', /--rows/],
    ['rows that are no number', '--rows many', /--rows/],
    ['rows in fractions', '--rows 1.5', /--rows/],
    ['too few rows', '--rows 0', /--rows/],
    ['too many rows', '--rows 1000001', /--rows/],
    ['a seed that is no number', '--rows 5 --seed x', /--seed/],
    ['a seed that is too large', '--rows 5 --seed 4294967296', /--seed/],
    ['a date that does not exist', '--rows 5 --today 2023-02-30', /2023-02-30/],
    ['a date that is none', '--rows 5 --today yesterday', /yesterday/],
    ['a day before the campaign', '--rows 5 --today 2023-04-24', /2023-04-24/],
    ['an unknown option', '--rows 5 --worse', /worse/],
  ])('refuse %s', (_, args, message) => {
    expect(() => readOptions(args.split(' ').filter((arg) => arg !== ''))).toThrow(message);
  });
});
