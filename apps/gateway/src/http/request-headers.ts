import { CLIENT_ADDRESS_HEADER } from '@bihuan/platform/http';
import type { FastifyRequest } from 'fastify';

/** All that a client may say to a service in headers. Whatever else it sends, internal headers above all, stays outside. */
const passed = [
  'accept',
  'accept-language',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'user-agent',
] as const;

/** Headers of a request to a service, made for the caller who was admitted. */
export function headersFor(request: FastifyRequest, internalToken: string): Record<string, string> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${internalToken}`,
    [CLIENT_ADDRESS_HEADER]: request.ip,
    'x-request-id': request.id,
  };
  for (const name of passed) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
