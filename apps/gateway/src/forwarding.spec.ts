import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { doorWorld, refused, type DoorWorld } from './__fixtures__/door-world.ts';
import { claimsIn } from './__fixtures__/start-gateway.ts';

let world: DoorWorld;

beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

describe('forwarding', () => {
  it('sends query and body on as they are, without the prefix', async () => {
    await world.call('/hazards?limit=5&search=%E7%87%83%E6%B0%94');
    expect(world.registration.last).toMatchObject({
      method: 'GET',
      url: '/hazards?limit=5&search=%E7%87%83%E6%B0%94',
    });
    const body = '{ "note" : "已收到" }';
    const init = {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    };
    await world.call('/handovers/0b0e9f0e-0000-7000-8000-000000000001/acknowledge', init);
    expect(world.handover.last).toMatchObject({
      method: 'POST',
      url: '/handovers/0b0e9f0e-0000-7000-8000-000000000001/acknowledge',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    });
  });

  it('drops internal headers that a client forged', async () => {
    const headers = {
      'x-internal-token': 'forged',
      'x-client-address': '10.0.0.1',
      'x-bihuan-caller': 'governor',
      cookie: 'a=b',
    };
    await world.call('/hazards', { headers });
    const received = world.registration.last!.headers;
    expect(received).not.toHaveProperty('x-internal-token');
    expect(received).not.toHaveProperty('x-bihuan-caller');
    expect(received).not.toHaveProperty('cookie');
    expect(received['x-client-address']).toBe('127.0.0.1');
    expect((await claimsIn(received.authorization)).sub).toBe('office.handler');
  });

  it('never hands the outside token to a service', async () => {
    await world.call('/hazards');
    expect(JSON.stringify(world.registration.received)).not.toContain(world.office);
  });

  it('passes problems of the service on untouched', async () => {
    const problem = { status: 422, code: 'place.unknown', errors: [] };
    world.registration.answer = () => ({
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: problem,
    });
    const answer = await world.call('/hazards', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 422, body: problem });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('keeps a path parameter one segment', async () => {
    await world.call('/hazards/a%2Fb%3Fc');
    expect(world.registration.last?.url).toBe('/hazards/a%2Fb%3Fc');
  });

  it.each([
    ['/hazards/%2e%2e', 404],
    ['/hazards/%2e', 404],
    ['/hazards/..%2Foperations%2Fparked', 400],
    ['/hazards/%2e%2e/timeline', 404],
    ['/hazards/%zz', 400],
  ])('lets no path climb: %s', async (path, status) => {
    const request = httpRequest(`${world.gateway.url}/api/v1`, { path: `/api/v1${path}` });
    request.setHeader('authorization', `Bearer ${world.office}`);
    const [response] = (await once(request.end(), 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(status);
    expect(world.registration.received).toEqual([]);
  });

  it.each([
    ['that is not configured', '/notifications'],
    ['that dies under the request', '/hazards'],
  ])('to a service %s is 503 with Retry-After', async (_name, path) => {
    world.registration.answer = () => null;
    const answer = await world.call(path);
    expect(answer).toMatchObject(refused('service.unavailable', 503));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(world.registration.received.length).toBeLessThanOrEqual(1);
  });

  it('asks once where the service itself says 503, and passes its word on', async () => {
    world.registration.answer = () => ({
      status: 503,
      headers: { 'retry-after': '7', 'content-type': 'application/problem+json' },
    });
    const answer = await world.call('/hazards');
    expect([answer.status, answer.headers.get('retry-after'), world.registration.received.length]).toEqual([
      503,
      '7',
      1,
    ]);
  });

  it.each([
    ['GET', '/nowhere'],
    ['PUT', '/hazards'],
    ['GET', '/operations/nowhere'],
  ])('refuses %s %s, which is not in the catalogue', async (method, path) => {
    expect(await world.call(path, { method })).toMatchObject(refused('resource.notFound', 404));
  });

  it('refuses a body over 1 MiB', async () => {
    const init = {
      method: 'POST',
      body: 'x'.repeat(1_048_577),
      headers: { 'content-type': 'application/json' },
    };
    expect(await world.call('/hazards', init)).toMatchObject(refused('request.tooLarge', 413));
  });

  it('speaks the language of the caller', async () => {
    const english = await world.call('/nowhere', { headers: { 'accept-language': 'en' } });
    expect(english.body['detail']).toBe('Not found');
    expect((await world.call('/nowhere')).body['detail']).toBe('未找到');
  });
});
