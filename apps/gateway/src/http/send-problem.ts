import type { ErrorCode } from '@bihuan/contracts';
import { DomainError, languageOf, toProblem } from '@bihuan/platform/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';

const retryAfterSeconds = 5;

/** What the HTTP server itself refuses, by status. */
const refusedByServer: Readonly<Record<number, ErrorCode>> = {
  400: 'request.invalid',
  413: 'request.tooLarge',
  415: 'request.contentType',
};

/** Answers an error of the gateway as problem details (RFC 9457) in the caller's language, and logs what the caller is not told. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(named(error), languageOf(request.headers['accept-language']), request.id);
  if (problem.status >= 500) request.log.error({ err: error }, problem.code);
  if (problem.status === 503 && !reply.hasHeader('retry-after')) {
    void reply.header('retry-after', retryAfterSeconds);
  }
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function named(error: unknown): unknown {
  const code = refusedByServer[(error as { statusCode?: number }).statusCode ?? 0];
  return error instanceof DomainError || code === undefined ? error : new DomainError(code);
}
