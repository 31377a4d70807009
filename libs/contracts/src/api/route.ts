import type { z } from 'zod';
import type { ErrorCode } from '../codes.ts';
import type { ServiceName } from '../services.ts';

/** One public route below `/api/v1`. The gateway routes by it, OpenAPI is written from it, controllers are held against it by a test. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With `{name}` for path parameters. */
  readonly path: string;
  /** The service that answers; `gateway` where the answer is composed of several. */
  readonly service: ServiceName;
  readonly tag: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  readonly status: 200 | 201;
  /** Codes peculiar to the route; those any route may answer are added by the writer. */
  readonly codes: readonly ErrorCode[];
}
