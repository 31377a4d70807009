import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { AuthModule, Open } from '../auth/index.ts';
import { ConfigModule, SettingsSource } from '../config/index.ts';
import { ObservabilityModule } from '../observability/index.ts';
import { LocalObjectStore } from '../storage/index.ts';
import { furnish, httpAdapter, httpAppOptions, IncomingForm, Upload, UploadsModule } from './index.ts';

const MAX = 3_000_000;
const Fields = z.strictObject({
  note: z.string().max(10).optional(),
  count: z.coerce.number().int().optional(),
});

let directory: string;
let store: LocalObjectStore;
let app: NestFastifyApplication;
let url: string;
let failure: unknown;

@Controller()
class FilesController {
  @Open()
  @Post('files')
  async take(@Upload() form: IncomingForm) {
    try {
      const received = await form.receive({ store, key: 'taken', maxBytes: MAX, schema: Fields });
      return { bytes: received.object.bytes, fileName: received.fileName, fields: received.fields };
    } catch (error) {
      failure = error;
      throw error;
    }
  }
}

@Module({
  imports: [ConfigModule.forRoot(), ObservabilityModule, AuthModule, UploadsModule],
  controllers: [FilesController],
})
class FilesModule {}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-upload-'));
  store = new LocalObjectStore(directory);
  const settings = {
    BIHUAN_SERVICE: 'registration',
    PORT: '0',
    LOG_LEVEL: 'silent',
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(
      generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
    ),
  };
  const module = await Test.createTestingModule({ imports: [FilesModule] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .compile();
  app = furnish(module.createNestApplication<NestFastifyApplication>(httpAdapter(), httpAppOptions));
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/files`;
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});
afterEach(() => store.remove('taken'));

const files = async () =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

type Part = readonly [name: string, value: string | Blob, fileName?: string];

async function send(parts: readonly Part[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  }
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** As it is written on the wire. */
const raw = (body: string | Buffer, contentType = 'multipart/form-data; boundary=B') =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': contentType } });
const filePart = (disposition: string) =>
  `--B\r\nContent-Disposition: form-data; name="file"; ${disposition}\r\n\r\ncontent\r\n--B--\r\n`;

const file = (bytes: number) => new Blob([Buffer.alloc(bytes, 'x')]);
const one: Part = ['file', file(3), 'a.txt'];

describe('a form with a file', () => {
  test('is taken in: fields as the schema makes them, the file whole', async () => {
    const answer = await send([
      ['note', '现场'],
      ['count', '2'],
      ['file', file(MAX), '现场照片.jpg'],
    ]);
    expect(answer).toEqual({
      status: 201,
      body: { bytes: MAX, fileName: '现场照片.jpg', fields: { note: '现场', count: 2 } },
    });
    expect(await files()).toEqual(['taken']);
  });

  test.each([
    ['C:\\Users\\x\\photo.jpg', 'photo.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['tab\there', 'tabhere'],
    ['..', 'file'],
    ['/', 'file'],
    [`${'长'.repeat(199)}😀x`, `${'长'.repeat(199)}\ufffd`],
  ])('calls %j %j', async (told, name) => {
    const answer = await raw(filePart(`filename="${told.replaceAll('\\', '\\\\')}"`));
    expect(await answer.json()).toMatchObject({ fileName: name });
  });
});

describe('nothing is kept of a form', () => {
  const refused: [string, Part[], number, string, string?][] = [
    ['without a file', [['note', 'x']], 400, 'upload.missing'],
    ['whose file bears another name', [['photo', file(3), 'a.txt']], 400, 'upload.missing'],
    ['with two files', [one, one], 400, 'upload.oneFile'],
    ['with many files', [one, one, one, one], 400, 'upload.oneFile'],
    ['whose file is a byte too large', [['file', file(MAX + 1), 'a.txt']], 413, 'upload.tooLarge'],
    ['whose file is much too large', [['file', file(4 * MAX), 'a.txt']], 413, 'upload.tooLarge'],
    ['with a field that is too long', [['note', 'x'.repeat(11)], one], 400, 'request.invalid', '#/note'],
    ['with a field longer than any', [['note', 'x'.repeat(20_000)], one], 400, 'request.invalid', '#/note'],
    ['with a field nobody knows', [['nobody', 'x'], one], 400, 'request.invalid', '#/nobody'],
    ['with a field no database can hold', [['note', 'a\u0000'], one], 400, 'request.invalid', '#/note'],
    ['with a field behind the file', [one, ['note', 'x']], 400, 'upload.fieldLate', '#/note'],
    ['with a field of the prototype', [['__proto__', 'x'], one], 400, 'request.invalid'],
    [
      'with very many fields',
      [...Array.from({ length: 30 }, (_, n): Part => [`f${n}`, 'x']), one],
      400,
      'request.invalid',
      '#/f0',
    ],
    [
      'that is wrong before a large file',
      [
        ['count', 'x'],
        ['file', file(MAX), 'a.txt'],
      ],
      400,
      'request.invalid',
      '#/count',
    ],
  ];

  test.each(refused)('%s', async (...given) => {
    const [, parts, status, code, pointer] = given;
    const { status: answered, body } = await send(parts);
    expect([answered, body['code']]).toEqual([status, code]);
    const errors = body['errors'] as { pointer: string }[];
    expect(errors[0]?.pointer).toBe(pointer);
    expect(await files()).toEqual([]);
  });

  test.each([
    ['that is none', '{}', 'application/json', 415, 'upload.formExpected'],
    ['of the other kind', 'a=1', 'application/x-www-form-urlencoded', 415, 'request.contentType'],
    ['without a boundary', 'x', 'multipart/form-data', 400, 'request.invalid'],
    ['without an end', filePart('filename="a"').slice(0, -10), undefined, 400, 'request.invalid'],
    ['of rubbish', 'rubbish', undefined, 400, 'request.invalid'],
    ['of nothing', '', undefined, 400, 'upload.missing'],
  ])('%s', async (_what, body, contentType, status, code) => {
    const answer = await raw(body, contentType);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
    expect(await files()).toEqual([]);
  });

  test('whose sender goes away in the middle', async () => {
    failure = undefined;
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=B', 'content-length': '2000000' },
    });
    request.on('error', () => undefined);
    request.write(filePart('filename="a"').slice(0, -8));
    request.write(Buffer.alloc(500_000, 'x'));
    while ((await files()).length === 0) await pause(5);
    request.destroy();
    while (failure === undefined) await pause(5);
    expect(failure).toMatchObject({ code: 'request.invalid' });
    expect(await files()).toEqual([]);
  });

  test('and its connection can be used again', async () => {
    const pool = new Agent({ keepAlive: true, maxSockets: 1 });
    const body = Buffer.concat([
      Buffer.from('--B\r\nContent-Disposition: form-data; name="nobody"\r\n\r\nx\r\n'),
      Buffer.from(filePart('filename="a"').slice(0, -9)),
      Buffer.alloc(2_000_000, 'x'),
      Buffer.from('\r\n--B--\r\n'),
    ]);
    for (const again of [false, true]) {
      const request = httpRequest(url, {
        agent: pool,
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=B', 'content-length': body.length },
      });
      request.end(body);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect(JSON.parse(await text(response))).toMatchObject({ code: 'request.invalid' });
      expect(request.reusedSocket).toBe(again);
    }
    pool.destroy();
  });
});
