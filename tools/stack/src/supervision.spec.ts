import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stillRuns } from './process/identity.ts';
import { ManagedProcess } from './process/managed-process.ts';
import { Supervised } from './supervision.ts';

let directory: string;
let supervised: Supervised;

const keepsRunning = 'setInterval(() => {}, 1000)';

async function child(name: string, layer: number, script = keepsRunning): Promise<ManagedProcess> {
  const process_ = await ManagedProcess.start({
    name,
    layer,
    command: process.execPath,
    args: ['-e', script],
    env: {},
    logFile: join(directory, `${name}.log`),
  });
  supervised.add(process_);
  return process_;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-supervision-'));
  supervised = new Supervised();
});
afterEach(async () => {
  supervised.kill();
  await Promise.all(supervised.all.map(({ ended }) => ended));
  await rm(directory, { recursive: true, force: true });
});

describe('the processes of a stack', () => {
  test('are stopped layer by layer from the top', async () => {
    const order: string[] = [];
    for (const [name, layer] of [
      ['postgres', 0],
      ['service', 4],
      ['gateway', 5],
      ['kafka', 1],
    ] as const) {
      const started = await child(name, layer);
      void started.ended.then(() => order.push(name));
    }
    await supervised.stop();
    expect(order).toEqual(['gateway', 'service', 'kafka', 'postgres']);
    expect(supervised.all.filter(({ identity }) => stillRuns(identity))).toEqual([]);
  });

  test('are started again when they end by themselves, and that is said', async () => {
    const crashing = await child('service', 4);
    const restarted = new Promise<string>((resolve) => {
      supervised.keepAlive({ ended: () => undefined, restarted: resolve, lost: () => undefined });
    });
    process.kill(crashing.identity.pid, 'SIGKILL');
    expect(await restarted).toBe('service');
    expect(supervised.all).toHaveLength(1);
    expect(supervised.all[0]?.identity).not.toEqual(crashing.identity);
  });

  test('are not started again while the stack is being stopped', async () => {
    await child('service', 4);
    const news: string[] = [];
    const say = () => void news.push('said');
    supervised.keepAlive({ ended: say, restarted: say, lost: say });
    await supervised.stop();
    expect(news).toEqual([]);
  });

  test('end at once when they appear after the stack was told to stop', async () => {
    await supervised.stop();
    const late = await child('late', 4);
    expect(await late.ended).toBe('SIGKILL');
  });

  test('that cannot be started at all say so', async () => {
    const spec = {
      name: 'x',
      layer: 0,
      command: join(directory, 'absent'),
      args: [],
      env: {},
      logFile: join(directory, 'x.log'),
    };
    await expect(ManagedProcess.start(spec)).rejects.toThrow('ENOENT');
  });
});
