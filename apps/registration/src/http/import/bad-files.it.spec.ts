import { randomBytes } from 'node:crypto';
import type { ImportReply } from '@bihuan/contracts';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  brought,
  type Bringing,
  countOf,
  csv,
  errorsOf,
  generalRow,
  majorRow,
  table,
  xlsx,
} from '../../__fixtures__/import-world.ts';
import { startLedger } from '../../__fixtures__/ledger-world.ts';
import { rowXml, sheetXml, workbook } from '../../__fixtures__/zip.ts';

const MEGABYTE = 1_048_576;
const lines = table('major', [{ ...majorRow, creditCode: undefined, unitName: '甲' }]);
const [header = [], good = []] = lines;

describe('a file that is no good', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);

  afterAll(() => service.close());

  /** Nothing of the file is in the ledger, and nothing of it is left to be imported. */
  async function leavesNothing(): Promise<void> {
    for (const name of ['hazard', 'general_hazard', 'import_major_row', 'import_general_row'])
      expect([name, await countOf(service, name)]).toEqual([name, 0]);
  }

  async function refused(file: Buffer, options?: Bringing): Promise<ImportReply> {
    const reply = await brought(service, file, options);
    expect(reply).toMatchObject({ state: 'rejected', rows: { inserted: 0 } });
    await leavesNothing();
    return reply;
  }

  const bomb = () => workbook(sheetXml(rowXml(1, header) + ' '.repeat(30 * MEGABYTE)));
  const wide = async () => xlsx([[...header, ...Array.from({ length: 16_000 }, (_, i) => `列${i}`)], good]);
  /** Far enough from the beginning of the file: there it would be no text. */
  const rowOf = (cells: readonly string[]) => csv([['台账'.repeat(2_500)], header, cells]);

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    [
      'a workbook of 200 MB',
      () => Buffer.concat([bomb(), randomBytes(200 * MEGABYTE)]),
      'import.workbookTooLarge',
    ],
    ['a zip bomb', bomb, 'import.unpacksTooLarge'],
    ['16,000 columns', wide, 'import.columnsTooMany'],
    ['a program named .xlsx', () => Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), 'import.fileType'],
    ['a document type definition', () => workbook('<!DOCTYPE a><worksheet/>'), 'import.entities'],
    ['a sheet of empty rows', () => workbook(sheetXml('<row r="1"/><row r="2"/>')), 'import.empty'],
    ['a header and nothing else', () => xlsx([header]), 'import.empty'],
    ['no header', () => xlsx([good, good]), 'import.headingMissing'],
    ['a column twice', () => xlsx([[...header, '问题描述'], good]), 'import.headingTwice'],
    ['UTF-16', () => Buffer.from(`\uFEFF${csv(lines).toString()}`, 'utf16le'), 'import.encoding'],
    ['a mark that is never closed', () => Buffer.from(`${csv(lines).toString()}\n"`), 'import.csvMalformed'],
    ['nothing in it', () => Buffer.alloc(0), 'import.empty'],
  ])(
    'with %s is refused, and leaves nothing',
    async (_what, make, code) => {
      const { problem } = await refused(await make());
      expect(problem?.code).toBe(code);
    },
    60_000,
  );

  it('is refused for a row that grows by what it refers to, and for a cell too long for its column', async () => {
    const shared = `<sst><si><t>${'长'.repeat(30_000)}</t></si><si>${'<r><t>长</t></r>'.repeat(40_000)}</si></sst>`;
    const many = `<row r="3">${'<c t="s"><v>0</v></c>'.repeat(250)}</row>`;
    const grown = workbook(sheetXml(rowXml(1, header) + rowXml(2, good) + many), { shared });
    expect((await refused(grown)).problem).toMatchObject({ code: 'import.rowTooLong' });

    const at = header.indexOf('隐患描述');
    const cells = good.map((text, i) =>
      i === at ? `<c t="s"><v>1</v></c>` : rowXml(2, [text]).slice(11, -6),
    );
    const { id } = await refused(
      workbook(sheetXml(`${rowXml(1, header)}<row r="2">${cells.join('')}</row>`), { shared }),
    );
    expect((await errorsOf(service, id)).map(({ code }) => code)).toEqual(['field.tooLong']);
  });

  it('does not keep the process busy by brackets that are never closed', async () => {
    const shared = `<sst><si><t>${'('.repeat(900_000)}</t></si></sst>`;
    const first = `<row r="1"><c t="s"><v>0</v></c></row>`;
    const file = workbook(sheetXml(first + rowXml(2, header) + rowXml(3, ['x'])), {
      shared,
      styles: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(900_000)}"/></numFmts></styleSheet>`,
    });
    await refused(file);
  }, 10_000);

  it('says which columns are missing', async () => {
    const { problem } = await refused(
      csv([header.filter((text) => !/^(行业领域|隐患类别)$/.test(text)), good]),
    );
    expect(problem?.message).toBe('Required columns are missing: 行业领域、隐患类别');
  });

  it('names the cells of formulas and of merges', async () => {
    const file = await xlsx([['台账'], header, good, good, good], (sheet) => {
      sheet.mergeCells('A1:K1');
      sheet.mergeCells('A4:A5');
      sheet.getCell('B3').value = { formula: 'A1', result: '小店区' };
    });
    const { id } = await refused(file);
    const found = (await errorsOf(service, id)).map(({ row, column, code }) => [row, column?.letter, code]);
    expect(found).toEqual(
      expect.arrayContaining([
        [3, 'B', 'import.formula'],
        [4, 'A', 'import.merged'],
        [5, 'A', 'import.merged'],
      ]),
    );
    expect(found.filter(([, , code]) => code === 'import.merged')).toHaveLength(2);
  });

  it('is refused for a gap behind which there is more', async () => {
    const file = csv([header, good, ...Array.from({ length: 1_001 }, () => []), good]);
    const { id } = await refused(file);
    expect((await errorsOf(service, id)).map(({ row, code }) => [row, code])).toEqual([
      [1_004, 'import.afterGap'],
    ]);
  });

  it('is stopped where more than fifty thousand rows are bad', async () => {
    const [heads = [], cells = []] = table('general', [{ ...generalRow, place: '无名县' }]);
    const text = `${heads.join(',')}\n${`${cells.join(',')}\n`.repeat(60_000)}`;
    const reply = await refused(Buffer.from(text), { ledger: 'general', mode: 'acceptGood' });
    expect(reply.problem?.code).toBe('import.tooManyErrors');
    expect(reply.rows.read).toBeLessThan(60_000);
    expect(await countOf(service, `import_error WHERE import_id = '${reply.id}'`)).toBe(50_000);
  }, 60_000);

  it('does not write what no column can hold', async () => {
    const { id } = await refused(rowOf(good.map((cell) => (cell === '甲' ? 'a\0b' : cell))));
    expect((await errorsOf(service, id)).map(({ code }) => code)).toEqual(['field.invalid']);
  });

  it('keeps its name to itself where it leads elsewhere', async () => {
    const reply = await refused(Buffer.from('x'), { name: '../../etc/passwd' });
    expect(reply.fileName).toBe('passwd');
  });
});
