import { describe, expect, it } from '@jest/globals';
import { parseTsv } from './tsv.ts';

describe('tab-separated table', () => {
  it('gives the wanted columns by name', () => {
    expect(parseTsv('a\tb\tc\n1\t\t3\n', ['c', 'b'])).toEqual([{ c: '3', b: '' }]);
  });

  it.each([
    ['a\tb\n1\t2', 'c', 'column c is missing'],
    ['a\tb\n1\t2\n1', 'a', 'row 3 has 1 cells, not 2'],
  ])('refuses %j', (text, column, message) => {
    expect(() => parseTsv(text, [column])).toThrow(message);
  });
});
