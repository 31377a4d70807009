import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { ErrorCode } from '@bihuan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, refusalOf } from '../errors/index.ts';
import { answerWithProblem } from './answer-with-problem.ts';

/** What the framework refuses by itself, by status. */
const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'auth.tokenMissing',
  403: 'auth.notAllowed',
  404: 'resource.notFound',
  405: 'resource.notFound',
  413: 'request.tooLarge',
  415: 'request.contentType',
  429: 'rate.limited',
  503: 'service.unavailable',
};

const malformedJson = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);

/** Every error of a request becomes problem details (RFC 9457); only unexpected ones are logged, with their stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = thrown instanceof HttpException ? refusalOfFramework(thrown) : thrown;
    this.log(error, request);
    // An answer that has begun cannot become another one.
    if (!reply.sent) answerWithProblem(error, request, reply);
  }

  private log(error: unknown, request: FastifyRequest): void {
    const { code } = refusalOf(error);
    if (error instanceof DomainError && code !== 'internal.unexpected') return;
    const line = {
      err: error,
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
    };
    if (code === 'service.unavailable')
      this.#logger.warn({ ...line, msg: 'a server behind this service is away' });
    else this.#logger.error({ ...line, msg: 'unexpected error' });
  }
}

function refusalOfFramework(exception: HttpException): unknown {
  const status = exception.getStatus();
  const cause = exception.cause as { code?: string } | undefined;
  if (malformedJson.has(cause?.code ?? '')) return new DomainError('request.jsonMalformed');
  const code = codesByStatus[status];
  if (code !== undefined) return new DomainError(code);
  return status < 500 ? new DomainError('request.invalid') : exception;
}
