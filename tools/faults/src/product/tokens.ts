import { readFile } from 'node:fs/promises';
import { tokenRequestOf } from '@bihuan/api-client';
import { signIn } from '@bihuan/contracts';
import { generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Product } from './product.ts';
import { identityKeysFile } from './settings.ts';

/** An access token of the identity provider for an account. */
export async function tokenOf(product: Product, login: string): Promise<string> {
  const credentials = await product.credentials;
  const body = tokenRequestOf(credentials, login);
  const response = await fetch(credentials.tokenUrl, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** A token that the provider itself signed, and that has expired. */
export async function expiredToken(product: Product): Promise<string> {
  const { keys } = JSON.parse(await readFile(identityKeysFile(product.surroundings), 'utf8')) as {
    keys: JWK[];
  };
  const [key = {}] = keys;
  return signed(product, await importJWK(key, 'ES256'), key.kid ?? '', -60);
}

/** A token in every respect like the provider's, but signed by somebody else. */
export async function foreignToken(product: Product): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return signed(product, privateKey, 'theirs', 60);
}

type SigningKey = Parameters<SignJWT['sign']>[0];

/** @param secondsLeft until it expires; negative: since */
function signed(
  { surroundings }: Product,
  key: SigningKey,
  kid: string,
  secondsLeft: number,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: surroundings.urls.identity, aud: signIn.audience, sub: 'zjt.handler' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuedAt(now - 120)
    .setExpirationTime(now + secondsLeft)
    .sign(key);
}
