import { describe, expect, it } from '@jest/globals';
import { xlsx } from '../../__fixtures__/import-world.ts';
import { cellsOf, opened, read, refusalOf, rowsOf } from '../../__fixtures__/read-file.ts';
import { rowXml, sheetXml, workbook, zip } from '../../__fixtures__/zip.ts';

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
    const sheet = await opened(file);
    await rowsOf(sheet);
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
