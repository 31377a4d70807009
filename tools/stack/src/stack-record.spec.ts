import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeJson } from './json-file.ts';
import { identify } from './process/identity.ts';
import { AlreadyRunning, claimStack, runningStack, type StackRecord } from './stack-record.ts';

let directory: string;
let file: string;

const gone = { pid: 2 ** 22 + 1, startedAt: 'long ago' };
const record = (about: Partial<StackRecord>): StackRecord => ({
  supervisor: gone,
  state: 'ready',
  parts: [],
  environment: {},
  ...about,
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-record-'));
  file = join(directory, 'state', 'stack.json');
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('claiming a checkout', () => {
  test('a second claim is refused and told about the first', async () => {
    const first = await claimStack(file);
    await expect(claimStack(file)).rejects.toBeInstanceOf(AlreadyRunning);
    expect(await runningStack(file)).toEqual(first);
  });

  test('of two at once one wins', async () => {
    const outcomes = await Promise.allSettled([claimStack(file), claimStack(file)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('the record of a supervisor that is gone does not count', async () => {
    await writeJson(file, record({}));
    expect(await runningStack(file)).toBeUndefined();
    expect((await claimStack(file)).supervisor.pid).toBe(process.pid);
  });

  test('parts that outlived their supervisor are ended first', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(child, 'spawn');
    const ended = once(child, 'exit');
    const part = { name: 'registration', process: identify(child.pid!)!, stopSignal: 'SIGTERM' } as const;
    await writeJson(file, record({ parts: [part] }));
    await claimStack(file);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  test('a process that merely has the number of an old part is left alone', async () => {
    const part = {
      name: 'registration',
      process: { pid: process.pid, startedAt: 'earlier' },
      stopSignal: 'SIGKILL',
    } as const;
    await writeJson(file, record({ parts: [part] }));
    expect((await claimStack(file)).parts).toEqual([]);
  });
});
