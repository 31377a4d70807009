import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { freePort, freePorts } from './ports.ts';

const open: Server[] = [];

async function listenAnywhere(): Promise<number> {
  const server = createServer();
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('freePort', () => {
  test('takes the preferred port when nobody has it', async () => {
    const preferred = await freePort();
    expect(await freePort(preferred + 1)).toBe(preferred + 1);
  });

  test('replaces a preferred port that is in use', async () => {
    const taken = await listenAnywhere();
    const port = await freePort(taken);
    expect(port).not.toBe(taken);
    expect(port).toBeGreaterThan(0);
  });

  test('never gives the same port twice, though nobody has bound it yet', async () => {
    const preferred = (await freePort()) + 1;
    expect(await freePort(preferred)).toBe(preferred);
    expect(await freePort(preferred)).not.toBe(preferred);
  });

  test('stays below the ephemeral range, where Temporal can store membership ports', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `port${index}`);
    const ports = Object.values(await freePorts(names));
    expect(new Set(ports).size).toBe(names.length);
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });
});
