import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { openPages } from './open-pages.ts';

let app: FastifyInstance;
let url: string;
let ready = true;
const businessTime = '2023-10-09T01:00:00.000Z';

beforeAll(async () => {
  app = Fastify();
  await app.register(
    openPages({
      issuer: 'http://127.0.0.1:9000',
      temporalUi: null,
      ready: () => ready,
      businessNow: () => new Date(businessTime),
    }),
  );
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const get = async (path: string) => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('without a token', () => {
  it('the start page says what this is, and links no Temporal UI that nobody configured', async () => {
    const { body, headers } = await get('/');
    expect(body).toContain('/api/docs');
    expect(body).not.toContain('流程运行情况');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('the link of a message leads to a page that tells nothing of the hazard', async () => {
    const no = 'SX2023-140105-GAS-202310-000017';
    const { status, body } = await get(`/hazards/${no}`);
    expect([status, body.includes(no)]).toEqual([200, true]);
    expect((await get('/hazards/%3Cscript%3E')).status).toBe(404);
  });

  it('the description is there as JSON', async () => {
    expect(JSON.parse((await get('/api/openapi.json')).body)).toMatchObject({ openapi: '3.1.1' });
  });

  it('the documentation page takes everything from here', async () => {
    const { body } = await get('/api/docs');
    const addresses = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect([address, (await get(address)).status]).toEqual([address, 200]);
    expect(addresses.every((address) => address.startsWith('/api/'))).toBe(true);
  });

  it.each([
    '/api/docs/assets/package.json',
    '/api/docs/assets/index.html',
    '/api/docs/assets/..%2f..%2fpackage.json',
  ])('nothing else of the package: %s', async (path) => {
    expect((await get(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('health tells whether requests can be served', async () => {
    expect((await get('/public/health')).status).toBe(200);
    ready = false;
    expect(JSON.parse((await get('/public/health')).body)).toEqual({ status: 'starting', businessTime });
    ready = true;
  });
});
