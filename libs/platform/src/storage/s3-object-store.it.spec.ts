import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTestBucket } from '@bihuan/testing/objects';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isUnavailable } from '../errors/index.ts';
import { ObjectNotFound, S3ObjectStore, type S3Settings, Spool } from './index.ts';
import { keepsTheContract } from './object-store-contract.fixture.ts';

let settings: S3Settings;
let directory: string;
let spool: Spool;

beforeAll(async () => {
  settings = await createTestBucket();
  directory = await mkdtemp(join(tmpdir(), 'bihuan-spool-'));
  spool = new Spool(directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const storeOf = (change: Partial<S3Settings> = {}) => new S3ObjectStore({ ...settings, ...change }, spool);

describe('objects in a bucket', () => {
  keepsTheContract(() => ({ store: storeOf(), files: () => spooled() }));

  const spooled = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  test('does not hold on to the disk on the way', async () => {
    await storeOf().put('passing', Readable.from(['x']));
    expect(await spooled()).toEqual([]);
  });

  test.each<[string, Partial<S3Settings>]>([
    ['another secret', { secretKey: 'wrong' }],
    ['a bucket that is not there', { bucket: 'no-such-bucket' }],
  ])('with %s it cannot be used, and that is no missing object', async (_what, change) => {
    const store = storeOf(change);
    await expect(store.check()).rejects.toThrow('The object store answered');
    await expect(store.put('a', Readable.from(['x']))).rejects.toThrow('The object store answered');
    const refusal = await store.get('a').catch((error: unknown) => error);
    expect(refusal).not.toBeInstanceOf(ObjectNotFound);
    expect(isUnavailable(refusal)).toBe(false);
  });

  test('is away where nobody listens', async () => {
    const store = storeOf({ endpoint: 'http://127.0.0.1:9' });
    for (const asked of [store.check(), store.get('a'), store.put('a', Readable.from(['x']))])
      expect(isUnavailable(await asked.catch((error: unknown) => error))).toBe(true);
  });
});

/** No store can be told to fail: something in its place answers for it. */
describe('a store that answers', () => {
  let server: Server;
  let endpoint: string;
  let answer: { status: number; location?: string };
  let asked: IncomingHttpHeaders;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked = request.headers;
      request.resume().on('end', () => {
        response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
        response.end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    [503, true],
    [500, true],
    [429, true],
    [403, false],
    [404, false],
  ])('%i: away for now is %s', async (status, away) => {
    answer = { status };
    const refusal = await storeOf({ endpoint })
      .get('a')
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(isUnavailable(refusal)).toBe(away);
  });

  test('is told length and hash of the content beforehand', async () => {
    answer = { status: 200 };
    const { sha256 } = await storeOf({ endpoint }).put('a', Readable.from(['con', 'tent']));
    expect(asked).toMatchObject({ 'content-length': '7', 'x-amz-content-sha256': sha256 });
    expect(asked).not.toHaveProperty('transfer-encoding');
  });

  test('with a way elsewhere is not followed there', async () => {
    answer = { status: 302, location: settings.endpoint };
    await expect(storeOf({ endpoint }).get('a')).rejects.toThrow('does not answer');
  });
});
