import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decodeCursor } from './cursor.ts';
import { pageOf } from './page-of.ts';

describe('a page', () => {
  const cases: [string, string[], string[], string | null][] = [
    ['of nothing', [], [], null],
    ['that is not full', ['a'], ['a'], null],
    ['that is full, with nothing behind it', ['a', 'b'], ['a', 'b'], null],
    ['with more behind it', ['a', 'b', 'c'], ['a', 'b'], 'b'],
  ];

  it.each(cases)('%s', (_what, rows, items, last) => {
    const page = pageOf(rows, 2, (row) => [row]);
    expect(page.items).toEqual(items);
    expect(page.next && decodeCursor(page.next, z.tuple([z.string()]))).toEqual(
      last === null ? null : [last],
    );
  });
});
