import { describe, expect, it } from '@jest/globals';
import { generalRow, table } from '../../__fixtures__/import-world.ts';
import { cellsOf, read, refusalOf } from '../../__fixtures__/read-file.ts';

const [header = [], line = []] = table('general', [generalRow]);

describe('a text', () => {
  it.each([
    ['commas', ','],
    ['tabs', '\t'],
    ['semicolons', ';'],
  ])('is split at %s, as its header says', async (_what, separator) => {
    const text = [header, line].map((cells) => cells.join(separator)).join('\r\n');
    expect(await cellsOf(text)).toEqual([header, line]);
    expect(await cellsOf(`\uFEFF${text}\n`)).toEqual([header, line]);
  });

  it.each([1, 2, 3, 5, 7, 64])('is the same in pieces of %d bytes', async (size) => {
    const text = '单位名称,隐患描述\r\n"甲, ""乙""","一\n二\r\n三"\r\n丙,😀𠮷\n\n,\n丁,"x"';
    const rows = await read(text, size);
    expect(rows.map(({ no, cells }) => [no, ...cells])).toEqual([
      [1, '单位名称', '隐患描述'],
      [2, '甲, "乙"', '一\n二\r\n三'],
      [3, '丙', '😀𠮷'],
      [6, '丁', 'x'],
    ]);
  });

  it.each<[string, string, string[][]]>([
    [
      'a mark inside a cell',
      'a,5" 管\nb,c',
      [
        ['a', '5" 管'],
        ['b', 'c'],
      ],
    ],
    [
      'an empty last cell',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'an empty quoted cell',
      'a,""\nc,"",d\n',
      [
        ['a', ''],
        ['c', '', 'd'],
      ],
    ],
    ['spaces', ' a , b \n', [[' a ', ' b ']]],
  ])('may have %s', async (_what, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  it('is read in GB18030, too', async () => {
    const gb = Buffer.from('b5a5cebbc3fbb3c62c61b5c0', 'hex');
    expect(await cellsOf(gb, 1)).toEqual([['单位名称', 'a道']]);
    expect(await cellsOf(Buffer.concat([gb, Buffer.from('0a8139ef30', 'hex')]))).toEqual([
      ['单位名称', 'a道'],
      ['㐁'],
    ]);
  });

  it.each<[string, Buffer | string, string]>([
    ['nothing', '', 'import.empty'],
    ['UTF-16', Buffer.from('\uFEFF单位名称,a', 'utf16le'), 'import.encoding'],
    ['UTF-16 backwards', Buffer.from('\uFEFF单位名称,a', 'utf16le').swap16(), 'import.encoding'],
    ['bytes of no encoding', Buffer.from('b5a5cebb2cff41ff0a', 'hex'), 'import.encoding'],
    [
      'UTF-8 that is cut off',
      Buffer.concat([Buffer.from('单位'), Buffer.from('ff', 'hex')]),
      'import.encoding',
    ],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'import.fileType'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'import.fileType'],
    ['a mark that is never closed', 'a,"b\nc,d\n'.repeat(3), 'import.csvMalformed'],
    ['something behind a mark', 'a,"b" c\n', 'import.csvMalformed'],
    ['a mark that is never closed, in a long text', `a,"${'长'.repeat(1_200_000)}`, 'import.cellTooLong'],
    ['a long cell', `a,${'长'.repeat(32_768)}\nb,c\n`, 'import.cellTooLong'],
    ['a long quoted cell', `a,"${'长'.repeat(32_768)}"\nb,c\n`, 'import.cellTooLong'],
    ['16,000 columns', `${'a,'.repeat(16_000)}\n`, 'import.columnsTooMany'],
  ])('of %s is refused', async (_what, file, code) => {
    expect(await refusalOf(file)).toBe(code);
  });

  it('may have empty cells far to the right', async () => {
    expect((await cellsOf(`a,b${','.repeat(16_000)}\n`))[0]?.slice(0, 2)).toEqual(['a', 'b']);
  });

  it('ends behind a thousand empty rows, and says so', async () => {
    const gap = (rows: number) => read(`a,b\n${'\n'.repeat(rows)}c,d\ne,f\n`);
    expect(await gap(1_000)).toHaveLength(3);
    expect(await gap(1_001)).toEqual([
      { no: 1, cells: ['a', 'b'] },
      { no: 1_003, cells: ['c', 'd'], emptyAbove: 1_000 },
    ]);
  });
});
