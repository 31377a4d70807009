import type { ErrorCode } from '@bihuan/contracts';
import { DomainError, languageOf, toProblem } from '@bihuan/platform/errors';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const retryAfterSeconds = 5;

const logger = new Logger('Door');

/** What the HTTP server itself refuses, by status. */
const refusedByServer: Readonly<Record<number, ErrorCode>> = {
  400: 'request.invalid',
  413: 'request.tooLarge',
  415: 'request.contentType',
};

/** Answers an error of the gateway as problem details (RFC 9457) in the caller's language, and logs what the caller is not told. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { id: requestId, headers } = request;
  const problem = toProblem(named(error), languageOf(headers['accept-language']), requestId);
  if (problem.status === 503) logger.warn({ err: error, requestId, msg: problem.code });
  else if (problem.status >= 500) logger.error({ err: error, requestId, msg: problem.code });
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) void reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function named(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = refusedByServer[(error as { statusCode?: number }).statusCode ?? 0];
  return code === undefined ? error : new DomainError(code);
}
