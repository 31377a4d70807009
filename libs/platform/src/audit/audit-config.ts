import { z } from 'zod';
import { jsonKey } from '../config/index.ts';

const keys = z.object({
  AUDIT_SIGNING_JWK: jsonKey(
    z.looseObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string().min(40),
      d: z.string().min(40),
    }),
  ),
});

/** The service's own key for the ends of its audit chain. It is kept out of the database that it vouches for. */
export class AuditConfig {
  static readonly keys = keys;

  /** Private Ed25519 key, RFC 8037. */
  readonly signingJwk;

  constructor(values: z.infer<typeof keys>) {
    this.signingJwk = values.AUDIT_SIGNING_JWK;
  }
}
