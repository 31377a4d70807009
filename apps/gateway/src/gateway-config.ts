import { services } from '@bihuan/contracts';
import { jsonKey } from '@bihuan/platform/config';
import { z } from 'zod';

/** Ed25519 key pair, RFC 8037. */
const PrivateJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), d: z.string().min(40) });

const keys = z.object({
  INTERNAL_TOKEN_PRIVATE_JWK: jsonKey(PrivateJwk),
  IDENTITY_ISSUER: z.url(),
  SERVICE_URLS: jsonKey(z.partialRecord(z.enum(services), z.url())),
  TEMPORAL_UI_URL: z.url().optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
});

/** What the gateway alone is told. */
export class GatewayConfig {
  static readonly keys = keys;

  readonly internalTokenPrivateJwk;
  /** Address of the identity provider, as in its tokens' `iss`. */
  readonly issuer;
  readonly serviceUrls;
  /** Linked from the start page where there is one. */
  readonly temporalUi;
  /** How often one caller may call within a minute. */
  readonly requestsPerMinute;

  constructor(values: z.infer<typeof keys>) {
    this.internalTokenPrivateJwk = values.INTERNAL_TOKEN_PRIVATE_JWK;
    this.issuer = values.IDENTITY_ISSUER;
    this.serviceUrls = values.SERVICE_URLS;
    this.temporalUi = values.TEMPORAL_UI_URL ?? null;
    this.requestsPerMinute = values.REQUESTS_PER_MINUTE;
  }
}
