import { randomBytes } from 'node:crypto';
import { hugePng, painted, pdfOf, programOf, withCameraBlock, zipOf } from '@bihuan/testing/files';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { added, photo, storedFiles } from '../__fixtures__/evidence-world.ts';
import { registered, startLedger } from '../__fixtures__/ledger-world.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const document = (more: Record<string, string> = {}) =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    'word/document.xml': '<d/>',
    ...more,
  });

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const page = '<!doctype html><html><script>alert(1)</script></html>';

/** A whole JPEG, made longer than photos may be by a comment before its end. */
async function longPhoto(): Promise<Buffer> {
  const [whole, comment] = [await photo(1), Buffer.alloc(65_537, 'x')];
  comment.write('fffe ffff'.replace(' ', ''), 0, 'hex');
  const comments = Array.from({ length: 458 }, () => comment);
  return Buffer.concat([whole.subarray(0, 2), ...comments, whole.subarray(2)]);
}

async function thumbnailOf(seed: number): Promise<Buffer> {
  return painted({ seed, width: 160, height: 120 }).jpeg().toBuffer();
}

type Make = () => Promise<Buffer> | Buffer;
const refused: [what: string, name: string, make: Make, status: number, code: string][] = [
  ['a program named as a photo', 'photo.jpg', () => programOf(), 422, 'evidence.typeMismatch'],
  ['a program', 'setup.exe', () => programOf(), 422, 'evidence.typeNotAllowed'],
  ['an SVG with a script', 'plan.svg', () => Buffer.from(svg), 422, 'evidence.typeNotAllowed'],
  ['an SVG named as a photo', 'plan.png', () => Buffer.from(svg), 422, 'evidence.typeMismatch'],
  ['a page', 'a.html', () => Buffer.from(page), 422, 'evidence.typeNotAllowed'],
  ['a page named as a document', 'a.pdf', () => Buffer.from(page), 422, 'evidence.typeMismatch'],
  ['a photo of another format', 'photo.jpg', () => photo(1, 'png'), 422, 'evidence.typeMismatch'],
  ['any archive', 'a.docx', () => zipOf({ 'a.txt': 'a' }), 422, 'evidence.typeMismatch'],
  [
    'a photo whose thumbnail shows something else',
    'photo.jpg',
    async () => withCameraBlock(await photo(1), { thumbnail: await thumbnailOf(103) }),
    422,
    'evidence.thumbnailDiffers',
  ],
  [
    'a photo with an archive behind it',
    'photo.jpg',
    async () => Buffer.concat([await photo(1), zipOf({ 'a.js': 'x' })]),
    422,
    'evidence.carriesOther',
  ],
  [
    'a photo with a page behind it',
    'photo.jpg',
    async () => Buffer.concat([await photo(1), Buffer.from(page)]),
    422,
    'evidence.carriesOther',
  ],
  [
    'a photo cut in the middle',
    'photo.jpg',
    async () => (await photo(1)).subarray(0, 5000),
    422,
    'evidence.damaged',
  ],
  [
    'a beginning of a photo',
    'photo.jpg',
    () => Buffer.from('ffd8ffe000104a464946', 'hex'),
    422,
    'evidence.damaged',
  ],
  ['a photo of 30 MB', 'photo.jpg', longPhoto, 413, 'upload.tooLarge'],
  [
    'a document of more than 50 MB',
    'a.pdf',
    () => Buffer.concat([pdfOf(), randomBytes(50_000_000)]),
    413,
    'upload.tooLarge',
  ],
  [
    'a picture that would fill the memory',
    'bomb.png',
    () => hugePng(30_000, 30_000),
    422,
    'evidence.tooManyPixels',
  ],
  ['nothing', 'photo.jpg', () => Buffer.alloc(0), 422, 'evidence.empty'],
  [
    'a document with macros',
    'a.docx',
    () => document({ 'word/vbaProject.bin': 'x' }),
    422,
    'evidence.typeNotAllowed',
  ],
  ['a document cut off', 'a.docx', () => document().subarray(0, -20), 422, 'evidence.damaged'],
  [
    'a PDF with a script',
    'a.pdf',
    () => pdfOf('4 0 obj << /S /JavaScript /JS (1) >> endobj'),
    422,
    'evidence.activeContent',
  ],
  ['a PDF cut off', 'a.pdf', () => pdfOf().subarray(0, -10), 422, 'evidence.damaged'],
];

describe('bad evidence', () => {
  let service: TestService;
  let hazardNo: string;

  beforeAll(async () => {
    service = await startLedger();
    hazardNo = await registered(service);
  }, 60_000);
  afterAll(() => service.close());

  async function everything(): Promise<unknown[]> {
    const counts = ['evidence', 'audit_entry', 'outbox', 'idempotency_key'].map((table) =>
      service.database.asSuperuser(`SELECT count(*) AS n FROM ${table}`),
    );
    return [await Promise.all(counts), await storedFiles(service)];
  }

  it.each(refused)(
    '%s is refused with its code; nothing is written',
    async (_what, name, make, status, code) => {
      const before = await everything();
      const answer = await added(service, hazardNo, await make(), { name, key: 'k' });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await everything()).toEqual(before);
    },
  );

  it.each([
    ['a purpose nobody knows', { purpose: 'fun' }, 400, 'request.invalid', '#/purpose'],
    ['a long note', { note: 'x'.repeat(501) }, 400, 'request.invalid', '#/note'],
    ['a time without a zone', { takenAt: '2023-10-08T08:00:00' }, 400, 'request.invalid', '#/takenAt'],
    ['a time to come', { takenAt: '2023-10-09T16:00:00Z' }, 422, 'evidence.takenInFuture', '#/takenAt'],
  ])('%s is refused', async (_what, fields, status, code, pointer) => {
    const before = await everything();
    const answer = await added(service, hazardNo, await photo(2), { fields });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      status,
      code,
      pointer,
    ]);
    expect(await everything()).toEqual(before);
  });

  it('refuses the bad and takes the good when much comes at once', async () => {
    const bad = await Promise.all(
      refused.slice(0, 12).map(async ([, name, make]) => ({ name, content: await make() })),
    );
    const good = await Promise.all([41, 42, 43, 44].map((seed) => photo(seed)));
    const [refusals, taken] = await Promise.all([
      Promise.all(bad.map(({ name, content }) => added(service, hazardNo, content, { name }))),
      Promise.all(good.map((content) => added(service, hazardNo, content))),
    ]);
    expect(refusals.every(({ status }) => status === 422)).toBe(true);
    expect(taken.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });

  it('takes the workbook and the document that offices write', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('台账').addRow(['隐患']);
    const workbook = await added(service, hazardNo, Buffer.from(await book.xlsx.writeBuffer()), {
      name: '台账.xlsx',
    });
    expect([workbook.status, workbook.body.mediaType]).toEqual([
      201,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect((await added(service, hazardNo, document(), { name: '方案.docx' })).status).toBe(201);
  });

  it('takes photos whose thumbnail is their own', async () => {
    const content = withCameraBlock(await photo(51), { thumbnail: await thumbnailOf(51), orientation: 8 });
    expect((await added(service, hazardNo, content)).status).toBe(201);
  });
});
