import type { z } from 'zod';
import type { ErrorCode } from '../codes.ts';
import type { ServiceName } from '../services.ts';

/** One public route below `/api/v1`. The gateway routes by it, OpenAPI is written from it, controllers are held against it by a test. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for path parameters. */
  readonly path: string;
  /**
   * The service that answers; `gateway` where the answer is composed of several, `clockOwner` where the clock's id
   * (parameter `id`) names it.
   */
  readonly service: ServiceName | 'clockOwner';
  readonly tag: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A form (multipart/form-data, RFC 7578) with one file named `file`; `body` gives its other fields. */
  readonly upload?: { readonly maxBytes: number };
  /** Shape of the JSON answer; left out where `produces` names another content type. */
  readonly reply?: z.ZodType;
  /** Content type of an answer that is not JSON: a workbook, an event stream, a stored file. */
  readonly produces?: string;
  readonly status: 200 | 201 | 202;
  /** Codes peculiar to the route; those any route may answer are added by the writer. */
  readonly codes: readonly ErrorCode[];
}
