import { describe, expect, it } from '@jest/globals';
import { SeenRows } from './seen-rows.ts';

describe('rows that were seen', () => {
  it('names the first row with a key, through all growth', () => {
    const seen = new SeenRows();
    const key = (n: number) => [`单位${n % 100}`, String(n)];
    for (let n = 1; n <= 20_000; n += 1) {
      expect(seen.rowWith(key(n))).toBe(0);
      seen.note(key(n), n);
    }
    for (const n of [1, 2, 4_095, 4_096, 19_999, 20_000]) {
      seen.note(key(n), 99_999);
      expect(seen.rowWith(key(n))).toBe(n);
    }
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['', 'a'], ['a']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ])('tells %j from %j', (one, other) => {
    const seen = new SeenRows();
    seen.note(one, 1);
    expect(seen.rowWith(other)).toBe(0);
    expect(seen.rowWith(one)).toBe(1);
  });
});
