import rateLimit from '@fastify/rate-limit';
import replyFrom from '@fastify/reply-from';
import { publicPages, type PublicPage } from '@bihuan/contracts';
import { CLIENT_ADDRESS_HEADER } from '@bihuan/platform/http';
import { DomainError } from '@bihuan/platform/errors';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { because } from './because.ts';
import { sendProblem } from './send-problem.ts';
import { pathOf, type Upstreams } from './upstreams.ts';

export interface PublicDoorParts {
  readonly upstreams: Upstreams;
  /** Requests one address may send within a minute. */
  readonly requestsPerMinute: number;
}

const minuteMs = 60_000;
const upstreamTimeoutMs = 30_000;

/** What has been published, open to everybody: the pages of the contracts' list, read and nothing else. */
export function publicDoor({ upstreams, requestsPerMinute }: PublicDoorParts): FastifyPluginAsync {
  return async (app) => {
    await app.register(replyFrom, {
      undici: { connections: 32, headersTimeout: upstreamTimeoutMs, bodyTimeout: upstreamTimeoutMs },
      destroyAgent: true,
      disableRequestLogging: true,
    });
    await app.register(rateLimit, {
      max: requestsPerMinute,
      timeWindow: minuteMs,
      cache: 10_000,
      keyGenerator: (request) => request.ip,
      errorResponseBuilder: () => new DomainError('rate.limited'),
    });
    app.setErrorHandler(sendProblem);
    for (const page of Object.values<PublicPage>(publicPages)) {
      app.route({
        method: ['GET', 'HEAD'],
        url: page.path.replace(/\{(\w+)\}/g, ':$1'),
        handler: (request, reply) => {
          const path = pathOf(page, request.params as Record<string, string>);
          return reply.from(upstreams.urlOf(page.service, path), {
            rewriteRequestHeaders: () => headersFor(request),
            retryDelay: () => null,
            onError: (failed, { error }) => {
              void failed.send(because('service.unavailable', error));
            },
          });
        },
      });
    }
  };
}

/** Nothing of who asks, besides where from: what is public is the same for everybody. */
function headersFor(request: FastifyRequest): Record<string, string> {
  const known = request.headers['if-none-match'];
  return {
    [CLIENT_ADDRESS_HEADER]: request.ip,
    'x-request-id': request.id,
    ...(known === undefined ? {} : { 'if-none-match': known }),
  };
}
