import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cachedDirectory } from './cache.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bihuan-cache-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('cachedDirectory', () => {
  test('fills a directory once and finds it afterwards', async () => {
    let fills = 0;
    const fill = async (directory: string) => {
      fills += 1;
      await writeFile(join(directory, 'server'), 'binary');
    };
    const first = await cachedDirectory(root, 'part-1.0', fill);
    expect(await cachedDirectory(root, 'part-1.0', fill)).toBe(first);
    expect(fills).toBe(1);
    expect(await readFile(join(first, 'server'), 'utf8')).toBe('binary');
  });

  test('leaves nothing behind when filling fails half-way', async () => {
    const fill = async (directory: string) => {
      await writeFile(join(directory, 'half'), '');
      throw new Error('the registry went away');
    };
    await expect(cachedDirectory(root, 'part-1.0', fill)).rejects.toThrow('the registry went away');
    expect(await readdir(root)).toEqual([]);
  });

  test('shows the final name only when the directory is complete', async () => {
    await cachedDirectory(root, 'part-1.0', async (directory) => {
      await writeFile(join(directory, 'half'), '');
      expect(await readdir(root)).not.toContain('part-1.0');
    });
    expect(await readdir(root)).toEqual(['part-1.0']);
  });

  test('two that fill at once end with one complete directory', async () => {
    const fill = async (directory: string) => {
      await writeFile(join(directory, 'server'), 'binary');
    };
    const both = await Promise.all([
      cachedDirectory(root, 'part-1.0', fill),
      cachedDirectory(root, 'part-1.0', fill),
    ]);
    expect(both[0]).toBe(both[1]);
    expect(await readdir(root)).toEqual(['part-1.0']);
  });
});
