import { Readable } from 'node:stream';
import { DomainError } from '@bihuan/platform/errors';
import { describe, expect, it } from '@jest/globals';
import { generalRow, table, xlsx } from '../__fixtures__/import-world.ts';
import { rowXml, sheetXml, workbook, zip } from '../__fixtures__/zip.ts';
import type { SheetRow } from '../domain/import/row-error.ts';
import { openSheet } from './open-sheet.ts';

/** The file in pieces of a size. */
const inPieces = (file: Buffer, size: number) => () =>
  Promise.resolve(
    Readable.from(
      Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
        file.subarray(i * size, (i + 1) * size),
      ),
    ),
  );

async function read(file: Buffer | string, size = 65_536): Promise<SheetRow[]> {
  const sheet = await openSheet(inPieces(Buffer.from(file), size), 'general');
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) rows.push(...batch);
  return rows;
}

const cellsOf = async (file: Buffer | string, size?: number) =>
  (await read(file, size)).map(({ cells }) => cells);

async function refusalOf(file: Buffer | string): Promise<string> {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing';
}

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

describe('a workbook', () => {
  it('gives its texts, numbers, dates and answers as texts, and where formulas stand', async () => {
    const file = await xlsx(
      [['名称', 12, 1.5, new Date('2023-05-18T00:00:00Z'), true, null, '尾']],
      (sheet) => {
        sheet.getCell('D1').numFmt = 'yyyy"年"m"月"d"日"';
        sheet.getCell('B3').value = { formula: 'B1*2', result: 24 };
        sheet.getCell('C3').value = { richText: [{ text: '富' }, { text: '文本' }] };
        sheet.getCell('D3').value = 45064;
        sheet.getCell('E3').value = 91330424000000000000;
      },
    );
    expect(await read(file)).toEqual([
      { no: 1, cells: ['名称', '12', '1.5', '2023-05-18', 'TRUE', '', '尾'] },
      { no: 3, cells: ['', '24', '富文本', '45064', '91330424000000000000'], formulas: [1] },
    ]);
  });

  it('counts from 1904 where it says so', async () => {
    const file = await xlsx([[new Date('2023-05-18T00:00:00Z')]], (_sheet, book) => {
      book.properties.date1904 = true;
    });
    expect(await cellsOf(file)).toEqual([['2023-05-18']]);
  });

  it('is read with prefixes, without numbers of rows and cells, with readings and sections', async () => {
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>一</x:t></x:r><x:rPh><x:t>イチ</x:t></x:rPh></x:is></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="str"><x:v><![CDATA[a<b]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const shared = '<sst><si><t>零</t></si><si><t xml:space="preserve"> 壹 &amp; &#20108;</t></si></sst>';
    expect(await cellsOf(workbook(sheet, { shared }))).toEqual([['一', ' 壹 & 二', 'a<b']]);
  });

  it('shows numbers as dates by its own formats alone', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/><numFmt numFmtId="165" formatCode="0&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf/></cellXfs></styleSheet>`;
    const cells = [0, 1, 2, 3, 4, 9].map((style) => `<c s="${style}"><v>45064</v></c>`).join('');
    expect(await cellsOf(workbook(sheetXml(`<row>${cells}</row>`), { styles }))).toEqual([
      ['45064', '2023-05-18', '2023-05-18', '45064', '45064', '45064'],
    ]);
  });

  it('tells the rows with merged cells in columns that are read, below its header', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => [`${i}a`, `${i}b`, `${i}c`]);
    const file = await xlsx(lines, (sheet) => {
      sheet.mergeCells('A1:C1');
      sheet.mergeCells('B3:C4');
      sheet.mergeCells('A6:A6000');
    });
    const sheet = await openSheet(inPieces(file, 65_536), 'general');
    for await (const rows of sheet.rows()) for (const _ of rows) continue;
    expect([...sheet.mergedBelow(1, new Set([1, 2]))]).toEqual([
      [3, 1],
      [4, 1],
    ]);
    expect(sheet.mergedBelow(2, new Set([0])).get(6)).toBe(0);
    expect(sheet.mergedBelow(2, new Set([0])).has(5)).toBe(false);
  });

  const row = rowXml(1, ['a']);
  const shares = (n: number, length: number) =>
    `<sst>${`<si><t>${'a'.repeat(length)}</t></si>`.repeat(n)}</sst>`;

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an archive of something else', () => zip([{ name: 'a.txt', content: 'a' }]), 'import.fileType'],
    [
      'macros',
      () => workbook(sheetXml(row), { more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
      'import.fileType',
    ],
    ['a cut archive', () => workbook(sheetXml(row)).subarray(0, 300), 'import.archiveDamaged'],
    ['no archive at all', () => Buffer.from('PK\u0003\u0004 nothing of it'), 'import.archiveDamaged'],
    [
      'a part that swells two hundredfold',
      () => workbook(sheetXml(row + ' '.repeat(3_000_000))),
      'import.unpacksTooLarge',
    ],
    [
      'parts of over 400 MB',
      () =>
        workbook(sheetXml(row), {
          more: Array.from({ length: 500 }, (_, i) => ({
            name: `xl/media/${i}`,
            content: 'x',
            told: { uncompressed: 999_999 },
          })),
        }),
      'import.unpacksTooLarge',
    ],
    [
      'a sheet that lies about its size',
      () => {
        const content = sheetXml(Array.from({ length: 9_000 }, (_, i) => rowXml(i + 1, [`${i}`])).join(''));
        const honest = workbook(content);
        const told = Buffer.alloc(4);
        told.writeUInt32LE(Buffer.byteLength(content));
        const lie = Buffer.alloc(4);
        lie.writeUInt32LE(1_000);
        let at = honest.indexOf(told);
        while (at >= 0) {
          lie.copy(honest, at);
          at = honest.indexOf(told, at + 4);
        }
        return honest;
      },
      'import.archiveDamaged',
    ],
    [
      'a document type definition',
      () => workbook(`<!DOCTYPE w [<!ENTITY a "b">]>${sheetXml(row).slice(21)}`),
      'import.entities',
    ],
    ['unknown entities', () => workbook(sheetXml(rowXml(1, ['&a;']))), 'import.archiveDamaged'],
    ['no XML', () => workbook('<worksheet><sheetData></worksheet>'), 'import.archiveDamaged'],
    [
      'a sheet that is not there',
      () => workbook(sheetXml(row), { sheetPart: 'xl/worksheets/other.xml' }),
      'import.archiveDamaged',
    ],
    [
      'endless elements',
      () => workbook(`<worksheet>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</worksheet>`),
      'import.archiveDamaged',
    ],
    [
      'an endless text',
      () => workbook(sheetXml(rowXml(1, [Array.from({ length: 300_000 }, (_, i) => i).join('')]))),
      'import.archiveDamaged',
    ],
    ['rows that go backwards', () => workbook(sheetXml(rowXml(2, ['a']) + row)), 'import.archiveDamaged'],
    [
      'too much shared text',
      () =>
        workbook(sheetXml(row), {
          shared: shares(1_100, 16_000).replace(/a{9}/g, (_, at: number) => String(at).padStart(9, 'b')),
        }),
      'import.textsTooMany',
    ],
    [
      'a column far to the right',
      () => workbook(sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="WQJ1"><v>1</v></c></row>')),
      'import.columnsTooMany',
    ],
    [
      'too many rows',
      () =>
        workbook(
          sheetXml(Array.from({ length: 200_001 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')),
        ),
      'import.rowsTooMany',
    ],
  ])('with %s is refused', async (_what, make, code) => {
    expect(await refusalOf(await make())).toBe(code);
  });

  it('of more than 30 MB is refused without being unpacked', async () => {
    const file = Buffer.concat([workbook(sheetXml(row)), Buffer.alloc(30_000_001)]);
    expect(await refusalOf(file)).toBe('import.workbookTooLarge');
  });

  it('of empty rows has none', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `<row r="${i + 1}"><c s="1"/></row>`).join('');
    expect(await read(workbook(sheetXml(rows)))).toEqual([]);
  });
});
