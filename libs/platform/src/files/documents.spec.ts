import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { painted, pdfOf, programOf, zipOf } from '@bihuan/testing/files';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { contentTypeOf, DamagedFile, officeFacts, pdfFacts } from './index.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-documents-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

let files = 0;
async function fileOf(content: Buffer): Promise<string> {
  const path = join(directory, `file-${(files += 1)}`);
  await writeFile(path, content);
  return path;
}

const types = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${main}"/></Types>`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docx = (more: Record<string, string> = {}) =>
  zipOf({ '[Content_Types].xml': types(`${word}.main+xml`), 'word/document.xml': '<d/>', ...more });
const workbook = async () => {
  const book = new exceljs.Workbook();
  book.addWorksheet('台账').addRow(['隐患']);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('the type of a file by its content', () => {
  const painting = () => painted({ seed: 1, width: 20, height: 20 });
  const known: [string, () => Promise<Buffer> | Buffer, string | null][] = [
    ['a jpeg', () => painting().jpeg().toBuffer(), 'image/jpeg'],
    ['a png', () => painting().png().toBuffer(), 'image/png'],
    ['a webp', () => painting().webp().toBuffer(), 'image/webp'],
    ['a pdf', () => pdfOf(), 'application/pdf'],
    ['a docx', () => docx(), word],
    ['a workbook', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [
      'a docx with macros',
      () =>
        zipOf({
          '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml'),
          'word/document.xml': '<d/>',
        }),
      'application/vnd.ms-word.document.macroenabled.12',
    ],
    ['any zip', () => zipOf({ 'a.txt': 'a' }), 'application/zip'],
    ['a program', () => programOf(), 'application/x-msdownload'],
    ['a page', () => Buffer.from('<html><script>1</script></html>'), null],
    ['a text', () => Buffer.from('隐患'), null],
    ['nothing', () => Buffer.alloc(0), null],
    ['a beginning', () => Buffer.from('ffd8', 'hex'), null],
  ];
  test.each(known)('%s', async (_what, make, mime) => {
    expect((await contentTypeOf(await fileOf(await make())))?.mime ?? null).toBe(mime);
  });

  test('of a package that is cut off is not guessed wrong, and no error', async () => {
    const whole = docx();
    for (let length = 0; length < whole.length; length += 7)
      await contentTypeOf(await fileOf(whole.subarray(0, length)));
  });
});

describe('an Office package', () => {
  test.each([
    ['without programs', {}, false],
    ['with macros', { 'word/vbaProject.bin': 'x' }, true],
    ['with macros, written otherwise', { 'word/VBAPROJECT.BIN': 'x' }, true],
    ['with macros under another name', { 'word/vbaProject1.bin': 'x' }, true],
    ['with the data of macros', { 'word/vbaData.xml': 'x' }, true],
    ['with sheets of macros', { 'xl/macrosheets/sheet1.xml': 'x' }, true],
    ['with controls', { 'word/activeX/activeX1.xml': 'x' }, true],
  ])('%s', async (_what, more, macros) => {
    expect(await officeFacts(await fileOf(docx(more)))).toEqual({ macros });
  });

  const many = () => zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`p${n}`, ''])));
  test.each<[string, () => Buffer]>([
    ['that is cut off', () => docx().subarray(0, -30)],
    ['with a name that leads out of it', () => docx({ '../../etc/passwd': 'x' })],
    ['with very many parts', many],
    ['that lacks its list', () => zipOf({ 'word/document.xml': '<d/>' })],
    ['that is none', () => Buffer.from('PK')],
  ])('%s is damaged', async (_what, make) => {
    await expect(officeFacts(await fileOf(make()))).rejects.toThrow(DamagedFile);
  });
});

describe('a PDF', () => {
  test.each([
    ['with a page alone', '', false],
    ['with a script', '4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj', true],
    ['with a script written in numbers', '4 0 obj << /S /J#61v#61Script /JS (1) >> endobj', true],
    ['with a program to start', '4 0 obj << /S /Launch /F (cmd.exe) >> endobj', true],
    ['with a name that only begins alike', '4 0 obj << /LaunchPad (x) >> endobj', false],
    ['with words about scripts', '4 0 obj (JavaScript and Launch) endobj', false],
  ])('%s: active is %s', async (_what, objects, active) => {
    expect(await pdfFacts(await fileOf(pdfOf(objects)))).toEqual({ whole: true, active });
  });

  test.each<[string, () => Buffer]>([
    ['cut off', () => pdfOf().subarray(0, -10)],
    ['with something behind it', () => Buffer.concat([pdfOf(), Buffer.alloc(2000, 'x')])],
    ['of a line', () => Buffer.from('%PDF-1.7')],
  ])('%s is not whole', async (_what, make) => {
    expect(await pdfFacts(await fileOf(make()))).toMatchObject({ whole: false });
  });
});
