import { createHmac, createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import request from 'supertest';
import { type ExampleApp, exampleClaims, startExampleApp } from '../http/example-app.fixture.ts';

let example: ExampleApp;
beforeAll(async () => {
  example = await startExampleApp();
});
afterAll(() => example.app.close());

const list = (authorization?: string) => {
  const asked = request(example.app.getHttpServer()).get('/list');
  return authorization === undefined ? asked : asked.set('Authorization', authorization);
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

interface Forgery {
  readonly header?: object;
  readonly claims?: Record<string, unknown>;
  readonly key?: JsonWebKey;
}

/** A token as the gateway makes it, but for what the forger changes. */
function forged({ header = {}, claims = {}, key = example.privateJwk }: Forgery): Promise<string> {
  return new SignJWT({
    ...exampleClaims,
    iss: 'bihuan-gateway',
    aud: 'bihuan-services',
    iat: now(),
    exp: now() + 60,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'bihuan-internal+jwt', ...header })
    .sign(createPrivateKey({ key, format: 'jwk' }));
}

const attacker = generateKeyPairSync('ed25519');
const attackerPrivate = attacker.privateKey.export({ format: 'jwk' });
const attackerPublic = attacker.publicKey.export({ format: 'jwk' });

/** HS256 with the public key's bytes as the secret. */
function confused(): string {
  const content = `${part({ alg: 'HS256', typ: 'bihuan-internal+jwt' })}.${part({ ...exampleClaims, iss: 'bihuan-gateway', aud: 'bihuan-services', iat: now(), exp: now() + 60 })}`;
  const secret = Buffer.from(example.publicJwk.x ?? '', 'base64url');
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

async function tampered(): Promise<string> {
  const [header, payload, signature] = (await forged({})).split('.');
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
  return `${header}.${part({ ...claims, scope: { ...exampleClaims.scope, all: true } })}.${signature}`;
}

describe('the token of the gateway', () => {
  test('lets in, again and again', async () => {
    const token = await forged({});
    for (let i = 0; i < 3; i += 1) expect((await list(`Bearer ${token}`)).status).toBe(200);
    expect((await list(`Bearer ${await example.token()}`)).status).toBe(200);
    expect((await list(`bearer ${token}`)).status).toBe(200);
  });

  test.each<[string, () => Promise<string> | string, string]>([
    [
      'no algorithm',
      () =>
        `${part({ alg: 'none', typ: 'bihuan-internal+jwt' })}.${part({ ...exampleClaims, exp: now() + 60 })}.`,
      'auth.tokenInvalid',
    ],
    ['a symmetric algorithm with the public key', confused, 'auth.tokenInvalid'],
    ['another key', () => forged({ key: attackerPrivate }), 'auth.tokenInvalid'],
    [
      'a key in its header',
      () => forged({ key: attackerPrivate, header: { jwk: attackerPublic } }),
      'auth.tokenInvalid',
    ],
    ['a key id that is a path', () => forged({ header: { kid: '../../dev/null' } }), 'auth.tokenInvalid'],
    [
      'an address of keys',
      () => forged({ header: { jku: 'http://attacker.example/jwks' } }),
      'auth.tokenInvalid',
    ],
    ['another type', () => forged({ header: { typ: 'at+jwt' } }), 'auth.tokenInvalid'],
    ['another audience', () => forged({ claims: { aud: 'bihuan-api' } }), 'auth.tokenInvalid'],
    ['another issuer', () => forged({ claims: { iss: 'https://elsewhere.example' } }), 'auth.tokenInvalid'],
    ['a changed scope', tampered, 'auth.tokenInvalid'],
    ['no office', () => forged({ claims: { offices: [] } }), 'auth.tokenInvalid'],
    ['no subject', () => forged({ claims: { sub: undefined } }), 'auth.tokenInvalid'],
    ['no end', () => forged({ claims: { exp: undefined } }), 'auth.tokenInvalid'],
    [
      'an end in the past',
      () => forged({ claims: { iat: now() - 70, exp: now() - 10 } }),
      'auth.tokenExpired',
    ],
    [
      'a longer life than agreed',
      () => forged({ claims: { iat: now() - 300, exp: now() + 3_600 } }),
      'auth.tokenExpired',
    ],
    [
      'a birth in the future',
      () => forged({ claims: { iat: now() + 600, exp: now() + 660 } }),
      'auth.tokenInvalid',
    ],
    ['no token at all', () => 'nonsense', 'auth.tokenInvalid'],
  ])('is refused with %s', async (_name, make, code) => {
    const answer = await list(`Bearer ${await make()}`);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body).toMatchObject({ code, status: 401 });
  });

  test('is asked for', async () => {
    expect((await list()).body).toMatchObject({ code: 'auth.tokenMissing', detail: '请先登录' });
    expect((await list('Basic YTpi')).body).toMatchObject({ code: 'auth.tokenInvalid' });
  });

  test.each([
    ['/public/open', 200],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/list', 401],
    ['/refused', 401],
    ['/broken', 401],
  ])('%s without it: %i', async (path, status) => {
    expect((await request(example.app.getHttpServer()).get(path)).status).toBe(status);
  });
});
