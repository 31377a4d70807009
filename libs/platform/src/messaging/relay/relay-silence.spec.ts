import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { MessageBus } from '../bus/message-bus.ts';
import { NoFaults } from '../faults.ts';
import { OutboxMetrics } from './outbox-metrics.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { RelaySession } from './relay-session.ts';
import type { RelaySettings } from './relay-settings.ts';

class UnusedBus extends MessageBus {
  override publish(): never {
    throw new Error('not used');
  }
  override subscribe(): never {
    throw new Error('not used');
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a database server that accepts and says nothing', () => {
  const sockets = new Set<Socket>();
  let server: Server;
  let settings: RelaySettings;

  beforeAll(async () => {
    server = createServer((socket) => sockets.add(socket.resume())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `postgres://supervision:none@127.0.0.1:${port}/bihuan`;
    settings = { url, schema: 'supervision', connectMs: 100, followMs: 50, refusedMs: 50 };
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });

  it('does not keep a session from giving up', async () => {
    await expect(RelaySession.lead(settings)).rejects.toThrow(/timeout/);
  });

  it('does not keep the relay from stopping, and readiness says so', async () => {
    const relay = new OutboxRelay(
      settings,
      new UnusedBus(),
      new NoFaults(),
      new OutboxMetrics(new Registry()),
    );
    const heard = once(server, 'connection');
    relay.start();
    await heard;
    expect(() => {
      relay.check();
    }).toThrow('neither leads nor follows');
    await relay.stop();
  });
});
