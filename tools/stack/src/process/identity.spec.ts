import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { identify, stillRuns } from './identity.ts';

describe('the identity of a process', () => {
  test('is the same whenever the same process is asked about', () => {
    const own = identify(process.pid);
    expect(own).toEqual(identify(process.pid));
    expect(own && stillRuns(own)).toBe(true);
  });

  test('ends with the process', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(child, 'spawn');
    const identity = identify(child.pid!)!;
    expect(stillRuns(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(stillRuns(identity)).toBe(false);
  });

  test('is not taken over by a later process with the same number', () => {
    expect(stillRuns({ pid: process.pid, startedAt: 'an earlier boot/1' })).toBe(false);
  });
});
