import type { ErrorCode } from '@bihuan/contracts';
import rateLimit from '@fastify/rate-limit';
import replyFrom from '@fastify/reply-from';
import { DomainError } from '@bihuan/platform/errors';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../auth/admission.ts';
import type { ReprojectionViews } from '../composed/reprojection-views.ts';
import type { ComposedViews } from '../composed/views.ts';
import { registerApiRoutes } from './api-routes.ts';
import { bodyLimit } from './body.ts';
import { sendProblem } from './send-problem.ts';
import type { Upstreams } from './upstreams.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Largest file of a route that takes one. */
    uploadBytes?: number;
  }
  interface FastifyRequest {
    /** Who is counted for the rate limit: the person, or the address of who could not be identified. */
    countedAs: string;
    /** The product's own token of the admitted caller. */
    internalToken: string;
  }
}

export interface DoorParts {
  readonly admission: Admission;
  readonly upstreams: Upstreams;
  readonly views: ComposedViews;
  readonly reprojections: ReprojectionViews;
  /** Requests a caller may send within a minute. */
  readonly requestsPerMinute: number;
}

const minuteMs = 60_000;
const upstreamTimeoutMs = 30_000;

/** Everything below `/api/v1`: admitted by token, counted, and sent on to the service that owns the route. */
export function door(parts: DoorParts): FastifyPluginAsync {
  const { admission, upstreams, views, reprojections, requestsPerMinute } = parts;
  return async (api) => {
    api.decorateRequest('countedAs', '');
    api.decorateRequest('internalToken', '');
    await api.register(replyFrom, {
      undici: { connections: 128, headersTimeout: upstreamTimeoutMs, bodyTimeout: upstreamTimeoutMs },
      destroyAgent: true,
      disableRequestLogging: true,
    });
    await api.register(rateLimit, {
      global: false,
      max: requestsPerMinute,
      timeWindow: minuteMs,
      cache: 10_000,
      keyGenerator: (request) => request.countedAs,
    });
    passBodiesUnread(api);
    const count = counter(api);
    api.addHook('onRequest', async (request, reply) => {
      request.countedAs = request.ip;
      const caller = await admission.identify(request.headers.authorization).catch(async (error: unknown) => {
        await count(request, reply);
        throw error;
      });
      request.countedAs = caller.person;
      await count(request, reply);
      request.internalToken = await admission.admit(caller);
      refuseTooLarge(request);
    });
    api.setErrorHandler(sendProblem);
    api.setNotFoundHandler((request, reply) =>
      sendProblem(new DomainError('resource.notFound'), request, reply),
    );
    registerApiRoutes(api, upstreams, views, reprojections);
  };
}

/** By what the request says of itself; the service counts what really comes. An upload's form adds a little to its file. */
function refuseTooLarge({ headers, routeOptions }: FastifyRequest): void {
  const { uploadBytes } = routeOptions.config;
  const limit = uploadBytes === undefined ? bodyLimit : uploadBytes + bodyLimit;
  if (!(Number(headers['content-length']) > limit)) return;
  if (uploadBytes === undefined) throw new DomainError('request.tooLarge');
  throw new DomainError('upload.tooLarge', { params: { megabytes: uploadBytes / 1_000_000 } });
}

/** Bodies flow through to the service, which alone parses and limits them. */
function passBodiesUnread(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });
}

function counter(api: FastifyInstance) {
  const limiter = api.createRateLimit();
  const code: ErrorCode = 'rate.limited';
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const state = await limiter(request);
    if (state.isAllowed || !state.isExceeded) return;
    void reply.header('retry-after', state.ttlInSeconds);
    throw new DomainError(code);
  };
}
