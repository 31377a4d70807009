import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { InternalClaims } from '@bihuan/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { DomainError } from '../errors/index.ts';

/** How gateway and services agree on the gateway's own token; RFC 8725: one algorithm, explicit type. */
const agreed = {
  algorithm: 'EdDSA',
  type: 'bihuan-internal+jwt',
  issuer: 'bihuan-gateway',
  audience: 'bihuan-services',
} as const;

/** The longest life of an internal token, seconds. */
const INTERNAL_TOKEN_SECONDS = 60;

/** Gateway and services may run on machines whose clocks differ by this much, seconds. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A verified token and when it ends. */
export interface VerifiedToken {
  readonly claims: InternalClaims;
  /** System time, milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Makes the short-lived token by which the gateway tells services who asks.
 *
 * @param privateJwk Ed25519, RFC 8037
 */
export async function signInternalToken(claims: InternalClaims, privateJwk: JsonWebKey): Promise<string> {
  const { sub, ...rest } = InternalClaims.parse(claims);
  return new SignJWT(rest)
    .setProtectedHeader({ alg: agreed.algorithm, typ: agreed.type })
    .setSubject(sub)
    .setIssuer(agreed.issuer)
    .setAudience(agreed.audience)
    .setIssuedAt()
    .setExpirationTime(`${INTERNAL_TOKEN_SECONDS}s`)
    .sign(createPrivateKey({ key: privateJwk, format: 'jwk' }));
}

/** The public half of the gateway's key, ready to verify with. */
export function verificationKey(publicJwk: JsonWebKey): KeyObject {
  return createPublicKey({ key: publicJwk, format: 'jwk' });
}

/**
 * Checks signature, type, issuer, audience, age and claims. The key is the one given, whatever the token's header says.
 *
 * @throws DomainError `auth.tokenExpired`, `auth.tokenInvalid`
 */
export async function verifyInternalToken(token: string, key: KeyObject): Promise<VerifiedToken> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      algorithms: [agreed.algorithm],
      typ: agreed.type,
      issuer: agreed.issuer,
      audience: agreed.audience,
      maxTokenAge: INTERNAL_TOKEN_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    // Our tokens name no key (kid, jwk, jku, x5u): a header that does was not written by the gateway.
    if (Object.keys(protectedHeader).some((name) => name !== 'alg' && name !== 'typ')) {
      throw new DomainError('auth.tokenInvalid');
    }
    return { claims: InternalClaims.parse(payload), expiresAt: (payload.exp ?? 0) * 1000 };
  } catch (error) {
    throw new DomainError(error instanceof errors.JWTExpired ? 'auth.tokenExpired' : 'auth.tokenInvalid');
  }
}
