import { describe, expect, it } from '@jest/globals';
import { Recent } from './recent.ts';

describe('recent values', () => {
  it('are good until their moment, not on it', () => {
    const recent = new Recent<string>(10);
    recent.keep('a', 'x', 1000);
    expect([recent.get('a', 999), recent.get('a', 1000), recent.get('a', 999)]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
  });

  it('make room, the oldest first', () => {
    const recent = new Recent<number>(2);
    for (const [index, key] of ['a', 'b', 'c'].entries()) recent.keep(key, index, 1000);
    expect(['a', 'b', 'c'].map((key) => recent.get(key, 0))).toEqual([undefined, 1, 2]);
  });

  it('kept again count as the newest', () => {
    const recent = new Recent<number>(2);
    for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) recent.keep(key, index, 1000);
    expect(['a', 'b', 'c'].map((key) => recent.get(key, 0))).toEqual([2, undefined, 3]);
  });
});
