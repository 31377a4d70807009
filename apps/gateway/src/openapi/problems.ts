import { errorCodes, type ErrorCode, type RouteSpec } from '@bihuan/contracts';
import type { JsonSchema } from './components.ts';

const anyRoute: readonly ErrorCode[] = [
  'request.invalid',
  'auth.tokenMissing',
  'auth.tokenInvalid',
  'auth.tokenExpired',
  'auth.noOffice',
  'auth.notAllowed',
  'rate.limited',
  'reference.notReady',
  'service.unavailable',
  'internal.unexpected',
];
const anyCommand: readonly ErrorCode[] = [
  'request.contentType',
  'request.tooLarge',
  'request.jsonMalformed',
  'request.idempotencyKeyInvalid',
  'request.idempotencyKeyReused',
  'request.inFlight',
];

/** Codes a route may answer with: its own, and those of any route or command. */
export function codesOf(route: RouteSpec): ErrorCode[] {
  return [...new Set([...route.codes, ...anyRoute, ...(route.method === 'GET' ? [] : anyCommand)])];
}

/** One response per status, naming the codes it stands for. */
export function problemResponses(route: RouteSpec): Record<string, JsonSchema> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(route)) {
    const { status } = errorCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [String(status), problemResponse(status, codes)]),
  );
}

function problemResponse(status: number, codes: readonly ErrorCode[]): JsonSchema {
  const lines = codes.map((code) => `- \`${code}\` ${errorCodes[code].zh} · ${errorCodes[code].en}`);
  const wait = status === 429 || status === 503;
  return {
    description: lines.join('\n'),
    ...(wait ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
        },
      },
    },
  };
}

/** RFC 9457 problem details with a stable code; `errors` points at fields (RFC 6901). */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
    code: { type: 'string', enum: Object.keys(errorCodes) },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', examples: ['#/place/code'] },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};
