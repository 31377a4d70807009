import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findVersionOnPath } from './path-executable.ts';
import { go, java, maven, MissingToolchain, reaches, requireToolchain } from './toolchain.ts';

let directory: string;

/** An executable that prints one line. */
async function tool(name: string, prints: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `#!/bin/sh\necho '${prints}'\n`, { mode: 0o755 });
  return path;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-tools-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test.each([
  ['1.26.8', [1, 21], true],
  ['1.21', [1, 21], true],
  ['1.19.8', [1, 21], false],
  ['2', [1, 21], true],
  ['17', [17], true],
  ['11.0.2', [17], false],
  ['3.8.7', [3, 6], true],
])('version %s reaches %j: %s', (version, atLeast, expected) => {
  expect(reaches(version, atLeast)).toBe(expected);
});

describe('a missing toolchain', () => {
  test.each([
    [go, 'to build the Temporal Server', 'go.dev/dl'],
    [java, 'to run Apache Kafka', 'adoptium.net'],
    [maven, 'to fetch Apache Kafka', 'maven.apache.org'],
  ])(
    'is said in one sentence: which, why, how to get it, and the other way (%#)',
    async (toolchain, purpose, link) => {
      const absent = { ...toolchain, command: join(directory, 'absent') };
      const refusal = await requireToolchain(absent, purpose).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(MissingToolchain);
      const { message } = refusal as MissingToolchain;
      expect(message).toContain(
        `${toolchain.title} ${toolchain.atLeast.join('.')} or later is not on the PATH`,
      );
      expect(message).toContain(purpose);
      expect(message).toContain(link);
      expect(message).toContain('docker compose up');
      expect(message).not.toContain('\n');
    },
  );

  test('names the version that is there when it is too old', async () => {
    const old = { ...go, command: await tool('go', 'go1.19.8') };
    await expect(requireToolchain(old, 'to build')).rejects.toThrow('is needed but 1.19.8 is on the PATH');
  });

  test('is not said of a version that will do', async () => {
    await requireToolchain({ ...go, command: await tool('go', 'go1.26.8') }, 'to build');
  });
});

describe('an executable on the PATH', () => {
  test('counts only in the version wanted', async () => {
    const path = await tool('temporal-server', 'temporal version 1.32.1');
    expect(await findVersionOnPath('temporal-server', /\b1\.32\.1\b/, directory)).toBe(path);
    expect(await findVersionOnPath('temporal-server', /\b1\.33\.0\b/, directory)).toBeUndefined();
  });

  test('is looked for in every directory of the PATH', async () => {
    const path = await tool('postgres', 'postgres (PostgreSQL) 18.4');
    expect(await findVersionOnPath('postgres', /\b18\.\d+/, `/nowhere:${directory}`)).toBe(path);
    expect(await findVersionOnPath('initdb', /\b18\.\d+/, `/nowhere:${directory}`)).toBeUndefined();
  });
});
