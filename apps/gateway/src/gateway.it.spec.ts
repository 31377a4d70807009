import { referenceKeyOf } from '@bihuan/contracts';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { demoItems } from './__fixtures__/reference.ts';
import { startIdentity, type RunningIdentity } from './__fixtures__/start-identity.ts';
import { Upstream } from './__fixtures__/upstream.ts';
import { AppModule } from './app.module.ts';

let identity: RunningIdentity;
let registration: Upstream;
let topics: TestTopics;
let gateway: TestService;

beforeAll(async () => {
  [identity, registration, topics] = await Promise.all([
    startIdentity(),
    Upstream.start(),
    createTestTopics(),
  ]);
  const { privateKey } = generateKeyPairSync('ed25519');
  gateway = await startTestService(AppModule, {
    service: 'gateway',
    topics,
    settings: {
      INTERNAL_TOKEN_PRIVATE_JWK: JSON.stringify(privateKey.export({ format: 'jwk' })),
      IDENTITY_ISSUER: identity.credentials.issuer,
      SERVICE_URLS: JSON.stringify({ registration: registration.url }),
    },
  });
});

afterAll(async () => {
  await gateway.close();
  await Promise.all([identity.stop(), registration.stop(), topics.drop()]);
});

const get = async (path: string, token?: string) => {
  const response = await fetch(`${gateway.url}${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const messages = () =>
  demoItems().map(({ kind, code, effectiveFrom, effectiveTo, version, body }) => {
    const key = referenceKeyOf(kind, code, effectiveFrom);
    const value = JSON.stringify({
      id: uuid(),
      type: 'reference.changed',
      version: 1,
      occurredAt: '2023-10-09T01:00:00Z',
      aggregate: { type: 'reference', id: key },
      actor: { person: 'service:campaign', orgCode: null, role: 'service' },
      correlationId: 'test',
      data: { kind, code, effectiveFrom, effectiveTo, version, body },
    });
    return { key, value };
  });

it('says that it is not ready until reference data has arrived, and serves from then on', async () => {
  const token = await identity.tokenOf('taiyuan.handler');
  expect((await get('/public/health')).status).toBe(503);
  expect((await get('/readyz')).status).toBe(503);
  const early = await get('/api/v1/hazards', token);
  expect([early.status, early.text]).toEqual([503, expect.stringContaining('reference.notReady')]);

  await topics.write('reference', messages());
  while ((await get('/public/health')).status !== 200) await pause(50);

  expect((await get('/readyz')).status).toBe(200);
  expect((await get('/api/v1/hazards', token)).status).toBe(200);
  expect(registration.last?.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
});

it('shows its figures to operations alone', async () => {
  expect((await get('/metrics', await identity.tokenOf('taiyuan.handler'))).status).toBe(403);
  const figures = await get('/metrics', await identity.tokenOf('operations'));
  expect([figures.status, figures.text]).toEqual([200, expect.stringContaining('process_cpu_seconds_total')]);
});

it.each([
  ['/', 200],
  ['/public/health', 200],
  ['/api/openapi.json', 200],
  ['/api/docs', 200],
  ['/api/docs/assets/swagger-ui-bundle.js', 200],
  ['/healthz', 200],
  ['/metrics', 401],
  ['/api/v1/hazards', 401],
  ['/api/v1/nowhere', 401],
  ['/operations/re-emit', 404],
  ['/hazards', 404],
  ['/api', 404],
])('without a token %s is %i', async (path, status) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  if (status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

it('lets the pages run under their own policy, not under a general one', async () => {
  expect((await get('/api/docs')).headers.get('content-security-policy')).toContain("script-src 'self'");
  expect((await get('/')).headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('lets a stored file keep the headers it is served with', async () => {
  const path = `/api/v1/hazards/SX2023-140105-GAS-202310-000017/evidence/0b0e9f0e-0000-7000-8000-000000000001/content`;
  const headers = {
    'content-type': 'image/jpeg',
    'content-length': '7',
    'content-disposition': `inline; filename="a.jpg"; filename*=UTF-8''a.jpg`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=0, must-revalidate',
    etag: '"abc"',
  };
  registration.answer = ({ headers: { 'if-none-match': known } }) =>
    known === '"abc"' ? { status: 304, headers: { etag: '"abc"' }, body: '' } : { headers, body: 'content' };
  const token = await identity.tokenOf('taiyuan.handler');
  const file = await get(path, token);
  expect([file.status, file.text]).toEqual([200, 'content']);
  expect(Object.fromEntries(file.headers)).toMatchObject(headers);

  const again = await fetch(`${gateway.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'if-none-match': '"abc"' },
  });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', '"abc"']);
  registration.reset();
});
