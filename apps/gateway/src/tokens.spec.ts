import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@bihuan/contracts';
import {
  base64url,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWTHeaderParameters,
} from 'jose';
import { createPublicKey } from 'node:crypto';
import { doorWorld, hazardNo, refused, type DoorWorld } from './__fixtures__/door-world.ts';
import { demoReference } from './__fixtures__/reference.ts';
import { startGateway } from './__fixtures__/start-gateway.ts';

let world: DoorWorld;

beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

describe('tokens', () => {
  const now = () => Math.floor(Date.now() / 1000);
  type Claims = Record<string, unknown>;
  const forge = async (
    claims: Claims = {},
    header: Partial<JWTHeaderParameters> = {},
    key?: CryptoKey | Uint8Array,
  ) => {
    const [jwk] = world.identity.keys.keys;
    return new SignJWT({
      iss: world.issuer,
      aud: 'bihuan-api',
      sub: 'governor',
      iat: now(),
      exp: now() + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid, ...header })
      .sign(key ?? (await importJWK(jwk, 'ES256')));
  };
  const part = (value: object) => base64url.encode(JSON.stringify(value));

  it('of the provider open the door', async () => {
    expect(await world.call('/hazards', { token: await forge() })).toMatchObject({ status: 200 });
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
      () => {
        const [jwk] = world.identity.keys.keys;
        const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
        return forge({}, { alg: 'HS256' }, Buffer.from(pem));
      },
      'auth.tokenInvalid',
    ],
    ['with a kid that leads elsewhere', () => forge({}, { kid: '../../../dev/null' }), 'auth.tokenInvalid'],
    [
      'with its own key in the header',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
        const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)) };
        return forge({}, { kid: 'mine', jwk, jku: `${world.registration.url}/jwks` }, privateKey);
      },
      'auth.tokenInvalid',
    ],
    [
      'with a changed subject',
      async () => {
        const [header, , signature] = (await forge()).split('.');
        return `${header!}.${part({ iss: world.issuer, aud: 'bihuan-api', sub: 'office.leader', exp: now() + 60 })}.${signature!}`;
      },
      'auth.tokenInvalid',
    ],
    ['that is none', () => Promise.resolve('abc'), 'auth.tokenInvalid'],
  ])('%s are refused', async (_name, token, code) => {
    expect(await world.call('/hazards', { token: await token() })).toMatchObject(refused(code, 401));
    expect(world.registration.received).toEqual([]);
  });

  it.each(['/hazards', '/nowhere', `/hazards/${hazardNo}/timeline`])(
    'missing: nothing is served at %s',
    async (path) => {
      expect(await world.call(path, { token: null })).toMatchObject(refused('auth.tokenMissing', 401));
      expect(world.registration.received).toEqual([]);
    },
  );

  it('cannot be checked while the provider is away: 503, not 401', async () => {
    const alone = await startGateway({ issuer: 'http://127.0.0.1:9', book: demoReference(), services: {} });
    expect(await world.call('/hazards', { at: alone.url })).toMatchObject(
      refused('service.unavailable', 503),
    );
    await alone.stop();
  });
});
