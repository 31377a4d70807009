import { services } from '@bihuan/contracts';
import { z } from 'zod';
import { jsonKey } from './json-key.ts';

/** Public half of an Ed25519 key pair, RFC 8037. */
const PublicJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(40) });

const keys = z.object({
  BIHUAN_SERVICE: z.enum(services),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  BUSINESS_TIME_OFFSET_MS: z.coerce.number().int().default(0),
  INTERNAL_TOKEN_PUBLIC_JWK: jsonKey(PublicJwk),
});

/** What every process of the product is told. */
export class ServiceConfig {
  static readonly keys = keys;

  readonly service;
  readonly host;
  /** 0: any free port. */
  readonly port;
  readonly logLevel;
  /** Business time minus system time. */
  readonly businessTimeOffsetMs;
  readonly internalTokenPublicJwk;

  constructor(values: z.infer<typeof keys>) {
    this.service = values.BIHUAN_SERVICE;
    this.host = values.HOST;
    this.port = values.PORT;
    this.logLevel = values.LOG_LEVEL;
    this.businessTimeOffsetMs = values.BUSINESS_TIME_OFFSET_MS;
    this.internalTokenPublicJwk = values.INTERNAL_TOKEN_PUBLIC_JWK;
  }
}
