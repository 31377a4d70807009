import type { ErrorCode } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  base64url,
  exportSPKI,
  importJWK,
  SignJWT,
  generateKeyPair,
  type CryptoKey,
  type JWTHeaderParameters,
} from 'jose';
import { demoReference } from './__fixtures__/reference.ts';
import { claimsIn, startGateway } from './__fixtures__/start-gateway.ts';
import { startIdentity, type RunningIdentity } from './__fixtures__/start-identity.ts';
import { Upstream } from './__fixtures__/upstream.ts';

const no = 'SX2023-140105-GAS-202310-000017';

let identity: RunningIdentity;
let registration: Upstream;
let handover: Upstream;
let supervision: Upstream;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let office: string;

beforeAll(async () => {
  identity = await startIdentity();
  [registration, handover, supervision] = await Promise.all([
    Upstream.start(),
    Upstream.start(),
    Upstream.start(),
  ]);
  gateway = await startGateway({
    issuer: identity.credentials.issuer,
    book: demoReference(),
    services: { registration: registration.url, handover: handover.url, supervision: supervision.url },
  });
  office = await identity.tokenOf('office.handler');
});

afterAll(async () => {
  await gateway.stop();
  await Promise.all([registration.stop(), handover.stop(), supervision.stop(), identity.stop()]);
});

beforeEach(() => {
  for (const upstream of [registration, handover, supervision]) {
    upstream.received.length = 0;
    upstream.answer = () => ({});
  }
});

const call = async (
  path: string,
  token: string | null = office,
  init: RequestInit = {},
  at = gateway.url,
) => {
  const response = await fetch(`${at}/api/v1${path}`, {
    ...init,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text || '{}') as Record<string, unknown>,
  };
};

const refused = (code: ErrorCode, status: number) => ({
  status,
  body: expect.objectContaining({ code, status }),
});

describe('tokens', () => {
  const now = () => Math.floor(Date.now() / 1000);
  type Claims = Record<string, unknown>;
  const forge = async (
    claims: Claims = {},
    header: Partial<JWTHeaderParameters> = {},
    key?: CryptoKey | Uint8Array,
  ) => {
    const [jwk] = identity.keys.keys;
    return new SignJWT({
      iss: identity.credentials.issuer,
      aud: 'bihuan-api',
      sub: 'governor',
      iat: now(),
      exp: now() + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid, ...header })
      .sign(key ?? ((await importJWK(jwk, 'ES256')) as CryptoKey));
  };
  const part = (value: object) => base64url.encode(JSON.stringify(value));

  it('of the provider open the door', async () => {
    expect(await call('/hazards', await forge())).toMatchObject({ status: 200 });
  });

  it.each<[string, () => Promise<string>, ErrorCode]>([
    ['expired', () => forge({ exp: now() - 1 }), 'auth.tokenExpired'],
    ['without expiry', () => forge({ exp: undefined }), 'auth.tokenInvalid'],
    ['of a foreign issuer', () => forge({ iss: 'http://elsewhere' }), 'auth.tokenInvalid'],
    ['for another audience', () => forge({ aud: 'another-api' }), 'auth.tokenInvalid'],
    ['of another type, such as an ID token', () => forge({}, { typ: 'JWT' }), 'auth.tokenInvalid'],
    [
      'with alg none',
      async () => `${part({ alg: 'none', typ: 'at+jwt' })}.${(await forge()).split('.')[1]!}.`,
      'auth.tokenInvalid',
    ],
    [
      'with HS256 and the public key as its secret',
      async () => {
        const [{ d: _private, ...jwk }] = identity.keys.keys;
        const spki = await exportSPKI((await importJWK({ ...jwk, ext: true }, 'ES256')) as CryptoKey);
        return forge({}, { alg: 'HS256' }, new TextEncoder().encode(spki));
      },
      'auth.tokenInvalid',
    ],
    ['with a kid that leads elsewhere', () => forge({}, { kid: '../../../dev/null' }), 'auth.tokenInvalid'],
    [
      'with its own key in the header',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
        const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)) };
        return forge({}, { kid: 'mine', jwk, jku: `${registration.url}/jwks` } as never, privateKey);
      },
      'auth.tokenInvalid',
    ],
    [
      'with a changed subject',
      async () => {
        const [header, , signature] = (await forge()).split('.');
        return `${header!}.${part({ iss: identity.credentials.issuer, aud: 'bihuan-api', sub: 'office.leader', exp: now() + 60 })}.${signature!}`;
      },
      'auth.tokenInvalid',
    ],
    ['that is none', () => Promise.resolve('abc'), 'auth.tokenInvalid'],
  ])('%s are refused', async (_name, token, code) => {
    expect(await call('/hazards', await token())).toMatchObject(refused(code, 401));
    expect(registration.received).toEqual([]);
  });

  it.each(['/hazards', '/nowhere', `/hazards/${no}/timeline`])(
    'missing: nothing is served at %s',
    async (path) => {
      expect(await call(path, null)).toMatchObject(refused('auth.tokenMissing', 401));
      expect(registration.received).toEqual([]);
    },
  );

  it('cannot be checked while the provider is away: 503, not 401', async () => {
    const alone = await startGateway({ issuer: 'http://127.0.0.1:9', book: demoReference(), services: {} });
    expect(await call('/hazards', office, {}, alone.url)).toMatchObject(refused('service.unavailable', 503));
    await alone.stop();
  });
});

describe('the caller', () => {
  it.each([
    ['office.handler', { all: true }],
    ['yjt.leader', { all: false, fields: [] }],
    ['taiyuan.handler', { all: false, cities: ['140100'], counties: [] }],
    ['pingcheng.handler', { all: false, cities: [], counties: ['140213'] }],
  ])('%s reaches the services with offices and scope of the day', async (login, scope) => {
    await call('/hazards', await identity.tokenOf(login));
    const claims = await claimsIn(registration.last?.headers.authorization);
    expect(claims).toMatchObject({ sub: login, scope, offices: [{ role: login.split('.')[1] }] });
  });

  it('may be a system', async () => {
    await call('/hazards', await identity.tokenOfSystem('yjt.system'));
    expect(await claimsIn(registration.last?.headers.authorization)).toMatchObject({
      sub: 'yjt.system',
      offices: [{ orgCode: 'SX-YJT', role: 'system' }],
    });
  });

  it('who has left office is refused', async () => {
    expect(await call('/hazards', await identity.tokenOf('datong.leader'))).toMatchObject(
      refused('auth.noOffice', 403),
    );
  });

  it('waits for the reference copies', async () => {
    const early = await startGateway({
      issuer: identity.credentials.issuer,
      book: new ReferenceBook(),
      services: {},
    });
    const answer = await call('/hazards', office, {}, early.url);
    expect(answer).toMatchObject(refused('reference.notReady', 503));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await early.stop();
  });

  it('is told to slow down, others are not', async () => {
    const narrow = await startGateway({
      issuer: identity.credentials.issuer,
      book: demoReference(),
      services: { registration: registration.url },
      requestsPerMinute: 2,
    });
    const other = await identity.tokenOf('governor');
    for (let sent = 0; sent < 2; sent += 1) await call('/hazards', office, {}, narrow.url);
    const answer = await call('/hazards', office, {}, narrow.url);
    expect(answer).toMatchObject(refused('rate.limited', 429));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await call('/hazards', other, {}, narrow.url)).toMatchObject({ status: 200 });
    await narrow.stop();
  });
});

describe('forwarding', () => {
  it('sends query and body on as they are, without the prefix', async () => {
    await call('/hazards?limit=5&search=%E7%87%83%E6%B0%94');
    expect(registration.last).toMatchObject({
      method: 'GET',
      url: '/hazards?limit=5&search=%E7%87%83%E6%B0%94',
    });
    const body = '{ "note" : "已收到" }';
    const init = {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    };
    await call('/handovers/0b0e9f0e-0000-7000-8000-000000000001/acknowledge', office, init);
    expect(handover.last).toMatchObject({
      method: 'POST',
      url: '/handovers/0b0e9f0e-0000-7000-8000-000000000001/acknowledge',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    });
  });

  it('drops internal headers that a client forged', async () => {
    const headers = {
      'x-internal-token': 'forged',
      'x-forwarded-for': '10.0.0.1',
      'x-bihuan-caller': 'governor',
      cookie: 'a=b',
    };
    await call('/hazards', office, { headers });
    const received = registration.last!.headers;
    expect(received).not.toHaveProperty('x-internal-token');
    expect(received).not.toHaveProperty('x-bihuan-caller');
    expect(received).not.toHaveProperty('cookie');
    expect(received['x-forwarded-for']).toBe('127.0.0.1');
    expect((await claimsIn(received.authorization)).sub).toBe('office.handler');
  });

  it('never hands the outside token to a service', async () => {
    await call('/hazards');
    expect(JSON.stringify(registration.received)).not.toContain(office);
  });

  it('passes problems of the service on untouched', async () => {
    const problem = { status: 422, code: 'place.unknown', errors: [] };
    registration.answer = () => ({
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: problem,
    });
    const answer = await call('/hazards', office, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 422, body: problem });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('keeps a path parameter one segment', async () => {
    await call('/hazards/..%2Foperations%2Fparked');
    expect(registration.last?.url).toBe('/hazards/..%2Foperations%2Fparked');
  });

  it.each([
    ['that is not configured', '/notifications'],
    ['that dies under the request', '/hazards'],
  ])('to a service %s is 503 with Retry-After', async (_name, path) => {
    registration.answer = () => null;
    const answer = await call(path);
    expect(answer).toMatchObject(refused('service.unavailable', 503));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(registration.received.length).toBeLessThanOrEqual(1);
  });

  it('asks once where the service itself says 503, and passes its word on', async () => {
    registration.answer = () => ({
      status: 503,
      headers: { 'retry-after': '7', 'content-type': 'application/problem+json' },
    });
    const answer = await call('/hazards');
    expect([answer.status, answer.headers.get('retry-after'), registration.received.length]).toEqual([
      503,
      '7',
      1,
    ]);
  });

  it.each([
    ['GET', '/nowhere'],
    ['PUT', '/hazards'],
    ['GET', '/operations/parked'],
  ])('refuses %s %s, which is not in the catalogue', async (method, path) => {
    expect(await call(path, office, { method })).toMatchObject(refused('resource.notFound', 404));
  });

  it('refuses a body over 1 MiB', async () => {
    const init = {
      method: 'POST',
      body: 'x'.repeat(1_048_577),
      headers: { 'content-type': 'application/json' },
    };
    expect(await call('/hazards', office, init)).toMatchObject(refused('request.tooLarge', 413));
  });

  it('speaks the language of the caller', async () => {
    const english = await call('/nowhere', office, { headers: { 'accept-language': 'en' } });
    expect(english.body['detail']).toBe('Not found');
    expect((await call('/nowhere')).body['detail']).toBe('未找到');
  });
});

describe('composed views', () => {
  const entry = (at: string, owner: string) => ({
    at,
    owner,
    type: `${owner}.fact`,
    actor: { person: 'a', orgCode: null, role: 'handler' },
    data: {},
  });

  it('bring the histories of all owners together in time', async () => {
    registration.answer = ({ url }) => ({
      body: url.endsWith('/timeline')
        ? {
            entries: [
              entry('2023-10-09T01:00:00Z', 'registration'),
              entry('2023-10-09T03:00:00.500Z', 'registration'),
            ],
          }
        : {},
    });
    handover.answer = () => ({ body: { entries: [entry('2023-10-09T03:00:00Z', 'handover')] } });
    supervision.answer = () => ({ body: { entries: [entry('2023-10-09T02:00:00Z', 'supervision')] } });
    const { body } = await call(`/hazards/${no}/timeline`);
    expect((body['entries'] as { owner: string }[]).map(({ owner }) => owner)).toEqual([
      'registration',
      'supervision',
      'handover',
      'registration',
    ]);
    expect(body).toMatchObject({ hazardNo: no, unavailable: [] });
    expect((await claimsIn(handover.last?.headers.authorization)).sub).toBe('office.handler');
  });

  it.each<[string, () => ReturnType<Upstream['answer']>]>([
    ['is away', () => null],
    ['fails', () => ({ status: 500 })],
    ['answers something else', () => ({ body: { entries: 'none' } })],
  ])('name the owner that %s', async (_name, answer) => {
    registration.answer = ({ url }) => ({
      body: url.endsWith('/timeline') ? { entries: [entry('2023-10-09T01:00:00Z', 'registration')] } : {},
    });
    handover.answer = answer;
    supervision.answer = () => ({ body: { entries: [] } });
    expect(await call(`/hazards/${no}/timeline`)).toMatchObject({
      status: 200,
      body: { unavailable: ['handover'], entries: [{ owner: 'registration' }] },
    });
  });

  it.each(['timeline', 'clocks'])('show no %s of a hazard that the caller may not see', async (view) => {
    const problem = { code: 'hazard.notFound', status: 404 };
    registration.answer = () => ({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: problem,
    });
    expect(await call(`/hazards/${no}/${view}`)).toMatchObject({ status: 404, body: problem });
    expect([handover.received, supervision.received]).toEqual([[], []]);
  });

  it('show nothing while registration is away', async () => {
    registration.answer = () => null;
    expect(await call(`/hazards/${no}/clocks`)).toMatchObject(refused('service.unavailable', 503));
    expect(handover.received).toEqual([]);
  });

  it('bring the clocks together, the nearest due first', async () => {
    const clock = (clockId: string, owner: string, due: string) => ({ ...baseClock, clockId, owner, due });
    handover.answer = () => ({ body: { clocks: [clock('b', 'handover', '2023-10-11T10:00:00Z')] } });
    supervision.answer = () => ({
      body: {
        clocks: [
          clock('c', 'supervision', '2023-11-08T10:00:00Z'),
          clock('a', 'supervision', '2023-10-10T10:00:00Z'),
        ],
      },
    });
    const { body } = await call(`/hazards/${no}/clocks`);
    expect((body['clocks'] as { clockId: string }[]).map(({ clockId }) => clockId)).toEqual(['a', 'b', 'c']);
  });
});

const baseClock = {
  kind: 'plan',
  hazardNo: no,
  version: 1,
  state: 'open',
  wakeAt: null,
  overdueAt: null,
  waitsFor: { orgCode: 'SX-YJT', orgName: '省应急管理厅' },
  startedAt: '2023-10-09T01:00:00Z',
  explanation: '',
  policyVersion: 1,
  rungsTaken: [],
};

describe('publishing facts again', () => {
  const init = {
    method: 'POST',
    body: JSON.stringify({ hazardNos: [no] }),
    headers: { 'content-type': 'application/json' },
  };

  it('asks every owner and adds up; one that is away is named', async () => {
    registration.answer = () => ({ body: { messages: 3 } });
    handover.answer = () => ({ body: { messages: 2 } });
    supervision.answer = () => null;
    const token = await identity.tokenOf('operations');
    expect(await call('/operations/re-emit', token, init)).toMatchObject({
      status: 200,
      body: { messages: 5, unavailable: ['supervision'] },
    });
    expect(registration.last).toMatchObject({ url: '/operations/re-emit', body: init.body });
  });

  it('is refused where an owner refuses', async () => {
    const problem = { code: 'auth.notAllowed', status: 403 };
    for (const upstream of [registration, handover, supervision]) {
      upstream.answer = () => ({
        status: 403,
        headers: { 'content-type': 'application/problem+json' },
        body: problem,
      });
    }
    expect(await call('/operations/re-emit', await identity.tokenOf('taiyuan.handler'), init)).toMatchObject({
      status: 403,
      body: problem,
    });
  });
});
