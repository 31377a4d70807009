import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LocalObjectStore, Spool } from './index.ts';
import { keepsTheContract } from './object-store-contract.fixture.ts';

let directory: string;
const files = () =>
  readdir(directory, { recursive: true, withFileTypes: true }).then((entries) =>
    entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  );

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-store-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('objects in a directory', () => {
  keepsTheContract(() => ({ store: new LocalObjectStore(directory), files }));

  test('cannot be used where a file stands in the way', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(new LocalObjectStore(join(directory, 'file')).check()).rejects.toThrow();
  });

  test('stands open: it is removed under a reader, who reads to the end', async () => {
    const store = new LocalObjectStore(directory);
    await store.put('read', Readable.from(['content']));
    const reading = await store.get('read');
    await store.remove('read');
    expect(await reading.setEncoding('utf8').toArray()).toEqual(['content']);
  });

  test('forgets what was left half-written a day ago, and nothing younger', async () => {
    const half = join(directory, '.half');
    await mkdir(half);
    const old = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['old', 'young']) await writeFile(join(half, name), name);
    await utimes(join(half, 'old'), old, old);
    const store = new LocalObjectStore(directory);
    await store.put('kept', Readable.from(['x']));
    await utimes(join(directory, 'kept'), old, old);
    await store.sweep();
    expect((await files()).sort()).toEqual([join(half, 'young'), join(directory, 'kept')].sort());
  });
});

describe('a spool', () => {
  test('shows a stream as a file, and keeps nothing', async () => {
    const spool = new Spool(directory);
    const seen = await spool.through(Readable.from(['ab', 'c']), async ({ path, bytes, sha256 }) => {
      await chmod(path, 0o400);
      return { bytes, sha256, files: await files(), path };
    });
    expect(seen).toEqual({
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      files: [seen.path],
      path: seen.path,
    });
    expect(await files()).toEqual([]);
  });

  test('keeps nothing of what its user could not use', async () => {
    const use = () => Promise.reject(new Error('not a picture'));
    await expect(new Spool(directory).through(Readable.from(['x']), use)).rejects.toThrow('not a picture');
    expect(await files()).toEqual([]);
  });

  test('is empty again a day after its process died', async () => {
    const spool = new Spool(directory);
    await spool.put('left', Readable.from(['x']));
    const old = new Date(Date.now() - 25 * 3_600_000);
    await utimes(spool.pathOf('left'), old, old);
    await spool.put('younger', Readable.from(['x']));
    await spool.sweep();
    expect(await files()).toEqual([spool.pathOf('younger')]);
  });
});
