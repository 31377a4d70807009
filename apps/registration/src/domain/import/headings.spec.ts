import { LedgerKind } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { describe, expect, it } from '@jest/globals';
import { table } from '../../__fixtures__/import-world.ts';
import { generalRow } from '../../__fixtures__/import-world.ts';
import { columnsOf, findHeadings, headingsIn, normalHeading } from './headings.ts';
import type { SheetRow } from './row-error.ts';

const rowsOf = (...lines: string[][]): SheetRow[] => lines.map((cells, i) => ({ no: i + 1, cells }));
const [header = []] = table('general', [generalRow]);

function refusalOf(find: () => unknown): [string, unknown] {
  try {
    find();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.params['columns']];
  }
  throw new Error('not refused');
}

describe('the headings of a ledger', () => {
  it.each(LedgerKind)('of kind %s mean one column each, by every name it has', (ledger) => {
    const names = columnsOf(ledger).flatMap(([name, { heading, variants }]) =>
      [heading, ...variants].map((text): [string, string] => [normalHeading(text), name]),
    );
    const meant = Map.groupBy(names, ([text]) => text);
    expect([...meant].filter(([, all]) => new Set(all.map(([, name]) => name)).size > 1)).toEqual([]);
  });

  it.each([
    ['单位名称', '单位名称'],
    [' 单位　名称*', '单位名称'],
    ['＊单位名称（必填）', '单位名称'],
    ['单位\n名称【全称】', '单位名称'],
    ['县（市、区）', '县'],
    ['（'.repeat(201), ''],
  ])('%j is compared as %s', (text, normal) => {
    expect(normalHeading(text)).toBe(normal);
  });

  it('are found below titles, in any order, by variants, with columns that nobody knows', () => {
    const found = findHeadings(
      'general',
      rowsOf(
        ['太原市一般隐患台账'],
        [''],
        ['序号', '企业名称*', '县区', '行业', '检查日期', '存在问题', '备注'],
        ['1', '某厂', '小店区', '燃气', '2023-05-18', '……', ''],
      ),
    );
    expect(found).toMatchObject({ row: 3, ignored: ['序号', '备注'] });
    expect(Object.fromEntries(found.columns)).toEqual({
      unitName: 1,
      place: 2,
      field: 3,
      foundOn: 4,
      description: 5,
    });
  });

  it('are refused where required ones are missing, all of them named', () => {
    const cut = rowsOf(header.filter((heading) => heading !== '行业领域' && heading !== '隐患描述'));
    expect(refusalOf(() => findHeadings('general', cut))).toEqual([
      'import.headingMissing',
      '行业领域、隐患描述',
    ]);
  });

  it('are refused where one stands there twice, under another name too', () => {
    expect(refusalOf(() => findHeadings('general', rowsOf([...header, '问题描述'])))).toEqual([
      'import.headingTwice',
      '问题描述',
    ]);
  });

  it('are missing from a file of numbers, and there are none in an empty one', () => {
    expect(refusalOf(() => findHeadings('general', rowsOf(['1', '2'])))[0]).toBe('import.headingMissing');
    expect(refusalOf(() => findHeadings('general', []))[0]).toBe('import.empty');
  });

  it('are counted to tell how well a file fits', () => {
    expect(headingsIn('general', rowsOf(['x'], header))).toBe(header.length);
    expect(headingsIn('general', rowsOf([header.join(';')]))).toBe(0);
    expect(headingsIn('general', [])).toBe(0);
  });
});
