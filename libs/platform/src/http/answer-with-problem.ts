import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, toProblem } from '../errors/index.ts';

const RETRY_AFTER_SECONDS = 5;

/** Answers a request with problem details (RFC 9457) in the caller's language. */
export function answerWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error, languageOf(request.headers['accept-language']), request.id);
  void reply.header('x-request-id', request.id);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  void reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
