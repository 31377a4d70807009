import { signIn } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { because } from '../http/because.ts';
import { Recent } from './recent.ts';

/** Asymmetric algorithms only: RFC 8725 §3.1, so that a public key can never serve as a shared secret. */
const algorithms = ['ES256', 'EdDSA', 'PS256', 'RS256'];

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

const remembered = 10_000;
const discoveryTimeoutMs = 5_000;

export interface OutsideCaller {
  /** Person code, or the client id of a system. */
  readonly person: string;
  /** Milliseconds of system time. */
  readonly expiresAt: number;
}

/** Verifies access tokens of the identity provider (RFC 9068) and remembers them until they expire. */
export class OutsideTokens {
  private readonly verified = new Recent<OutsideCaller>(remembered);
  private readonly issuer: string;
  private keys: Promise<JWTVerifyGetKey> | null = null;

  /** @param issuer address of the identity provider, as in its tokens' `iss` */
  constructor(issuer: string) {
    this.issuer = issuer;
  }

  /** Errors: `auth.tokenInvalid`, `auth.tokenExpired`; `service.unavailable` while the provider's keys cannot be had. */
  async verify(token: string): Promise<OutsideCaller> {
    const known = this.verified.get(token, Date.now());
    if (known !== undefined) return known;
    const caller = await this.check(token, await this.providerKeys());
    this.verified.keep(token, caller, caller.expiresAt);
    return caller;
  }

  private async check(token: string, keys: JWTVerifyGetKey): Promise<OutsideCaller> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer,
        audience: signIn.audience,
        typ: 'at+jwt',
        algorithms,
        requiredClaims: ['sub', 'exp'],
      });
      const { sub, exp } = z.object({ sub: z.string().min(1), exp: z.number() }).parse(payload);
      return { person: sub, expiresAt: exp * 1000 };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private providerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = null;
      throw error;
    });
    return this.keys;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(discoveryTimeoutMs) });
      const { issuer, jwks_uri: keysAddress } = Discovery.parse(await response.json());
      if (issuer !== this.issuer) throw new Error(`${address} names another issuer: ${issuer}`);
      return fetchedOrUnavailable(createRemoteJWKSet(new URL(keysAddress)));
    } catch (error) {
      throw because('service.unavailable', error);
    }
  }
}

/** A key that is not there is the token's fault; keys that cannot be fetched are not. */
function fetchedOrUnavailable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const tokensFault =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      throw tokensFault ? error : because('service.unavailable', error);
    }
  };
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return new DomainError('auth.tokenExpired');
  return because('auth.tokenInvalid', error);
}
