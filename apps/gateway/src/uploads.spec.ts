import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoReference } from './__fixtures__/reference.ts';
import { doorWorld, hazardNo, type DoorWorld } from './__fixtures__/door-world.ts';
import { startGateway } from './__fixtures__/start-gateway.ts';

const path = `/hazards/${hazardNo}/evidence`;
const MEGABYTE = 1_000_000;

let world: DoorWorld;

beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

async function send(bytes: number, { at = world.gateway.url, to = path, chunked = false } = {}) {
  const form = new FormData();
  form.append('note', '现场');
  form.append('file', new Blob([Buffer.alloc(bytes, 'x')]), '照片.jpg');
  const whole = new Request('http://unused', { method: 'POST', body: form });
  const response = await fetch(`${at}/api/v1${to}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.office}`,
      'content-type': whole.headers.get('content-type') ?? '',
    },
    ...(chunked ? { body: whole.body, duplex: 'half' as const } : { body: await whole.arrayBuffer() }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a form with a file', () => {
  it.each([
    ['of a known length', false],
    ['whose length nobody says', true],
  ])('%s passes whole', async (_what, chunked) => {
    expect((await send(3 * MEGABYTE, { chunked })).status).toBe(200);
    const received = world.registration.last!;
    expect(received).toMatchObject({ method: 'POST', url: path });
    expect(received.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(received.body).toContain('照片.jpg');
    expect(received.body.match(/x{1000}/g)).toHaveLength(3_000);
  });

  it('of more than its route takes is refused, and the service hears nothing', async () => {
    const { status, body } = await send(52 * MEGABYTE);
    expect([status, body['code'], body['detail']]).toEqual([413, 'upload.tooLarge', '文件超过 50 MB']);
    expect(world.registration.received).toEqual([]);
  });

  it('is no way to send more than 1 MiB to another route', async () => {
    const { status, body } = await send(2 * MEGABYTE, { to: '/hazards' });
    expect([status, body['code']]).toEqual([413, 'request.tooLarge']);
    expect(world.registration.received).toEqual([]);
  });
});

/** As a service does that refuses a form before it has come. */
describe('a service that answers early', () => {
  let server: Server;
  let gateway: Awaited<ReturnType<typeof startGateway>>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(422, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ status: 422, code: 'evidence.typeMismatch' }));
      request.resume();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    gateway = await startGateway({
      issuer: world.issuer,
      book: demoReference(),
      services: { registration: url },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    server.closeAllConnections();
    server.close();
  });

  it.each([false, true])('is heard, its answer is passed on (length unknown: %s)', async (chunked) => {
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await send(20 * MEGABYTE, { at: gateway.url, chunked });
      expect([status, body['code']]).toEqual([422, 'evidence.typeMismatch']);
    }
  });
});
