import { describe, expect, it } from '@jest/globals';
import { RowReader } from './row-reader.ts';

describe('cells that are none of a ledger', () => {
  const reader = new RowReader('general', {
    row: 1,
    texts: [],
    columns: new Map([['unitName', 1]]),
    ignored: ['序号'],
  });

  it('are refused where a formula or a merged cell is read, and where rows were skipped', () => {
    reader.open({ no: 2, cells: ['1', 'x'], formulas: [0, 1], emptyAbove: 1000 }, 1);
    expect(reader.errors.map(({ column, code }) => [column, code])).toEqual([
      [1, 'import.merged'],
      [null, 'import.afterGap'],
      [1, 'import.formula'],
    ]);
  });
});
