import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { canWalkTo } from './postgres-home.ts';

const stranger = { uid: 65_534, gid: 65_534 };
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-walk-'));
  await mkdir(join(directory, 'home', 'checkout'), { recursive: true });
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test.each([
  ['open to all', 0o755, 0o755, true],
  ['open for walking through alone', 0o711, 0o711, true],
  ['closed at the top', 0o700, 0o755, false],
  ['closed at the bottom', 0o755, 0o700, false],
])('an account of its own and directories that are %s', async (_, top, bottom, expected) => {
  await chmod(directory, 0o755);
  await chmod(join(directory, 'home'), top);
  await chmod(join(directory, 'home', 'checkout'), bottom);
  expect(canWalkTo(join(directory, 'home', 'checkout', 'postgres'), stranger)).toBe(expected);
});
