import { clockOwners, routes, type RouteName, type RouteSpec, type ServiceName } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { because } from './because.ts';
import type { Composed } from '../composed/composed.ts';
import type { ReprojectionViews } from '../composed/reprojection-views.ts';
import type { ComposedViews } from '../composed/views.ts';
import { readBody } from './body.ts';
import { headersFor } from './request-headers.ts';
import { pathOf, type Upstreams } from './upstreams.ts';

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Registers every route of the contracts' catalogue: composed ones answered here, the others forwarded to their service. */
export function registerApiRoutes(
  api: FastifyInstance,
  upstreams: Upstreams,
  views: ComposedViews,
  reprojections: ReprojectionViews,
): void {
  const composed = { ...composedAnswers(views), ...reprojectionAnswers(reprojections) };
  for (const [name, route] of Object.entries(routes) as [RouteName, RouteSpec][]) {
    const answer = route.service === 'gateway' ? composed[name] : forward(route, upstreams);
    if (answer === undefined) throw new Error(`The gateway has no answer for ${name}`);
    api.route({
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      exposeHeadRoute: false,
      config: route.upload ? { uploadBytes: route.upload.maxBytes } : {},
      handler: (request, reply) => answer(request, reply),
    });
  }
}

function forward(route: RouteSpec, upstreams: Upstreams): Answer {
  return (request, reply) => {
    const params = request.params as Record<string, string>;
    return reply.from(upstreams.urlOf(serviceOf(route, params), pathOf(route, params)), {
      rewriteRequestHeaders: () => headersOf(request),
      // whether to try again is the client's choice: only it knows whether it sent an Idempotency-Key
      retryDelay: () => null,
      onError: (failed, { error }) => {
        void failed.send(because('service.unavailable', error));
      },
    });
  };
}

/** A clock's id begins with the name of the service that owns it. Errors: `clock.notFound` for another beginning. */
function serviceOf({ service }: RouteSpec, { id = '' }: Readonly<Record<string, string>>): ServiceName {
  if (service !== 'clockOwner') return service;
  const owner = clockOwners.find((candidate) => id.startsWith(`${candidate}.`));
  if (owner === undefined) throw new DomainError('clock.notFound');
  return owner;
}

/** Takes a hazard number or a body, the headers for the owners, and whom to tell of owners that are away. */
type View = (...parts: Parameters<ComposedViews['timeline']>) => Promise<Composed<unknown>>;

function composedAnswers(views: ComposedViews): Partial<Record<RouteName, Answer>> {
  const ofHazard =
    (view: View): Answer =>
    async (request, reply) => {
      const { no } = request.params as { no: string };
      return send(reply, await view(no, headersOf(request), reporterOf(request)));
    };
  const withBody =
    (view: View): Answer =>
    async (request, reply) => {
      const body = await readBody(request.raw);
      return send(reply, await view(body, headersOf(request), reporterOf(request)));
    };
  return {
    readTimeline: ofHazard((...parts) => views.timeline(...parts)),
    readClocks: ofHazard((...parts) => views.clocks(...parts)),
    readOutlook: ofHazard((...parts) => views.outlook(...parts)),
    reEmit: withBody((...parts) => views.reEmit(...parts)),
    requeue: withBody((...parts) => views.requeue(...parts)),
    listParked: async (request, reply) =>
      send(reply, await views.parked(headersOf(request), reporterOf(request))),
  };
}

function reprojectionAnswers(views: ReprojectionViews): Partial<Record<RouteName, Answer>> {
  return {
    previewReprojection: async (request, reply) =>
      send(reply, await views.preview(await readBody(request.raw), headersOf(request))),
    applyReprojection: async (request, reply) => {
      const { hash } = request.params as { hash: string };
      return send(reply, await views.apply(hash, await readBody(request.raw), headersOf(request)));
    },
    readReprojections: async (request, reply) =>
      send(reply, await views.progress(headersOf(request), reporterOf(request))),
  };
}

const headersOf = (request: FastifyRequest) => headersFor(request, request.internalToken);

const logger = new Logger('ComposedViews');

const reporterOf = (request: FastifyRequest) => (owner: string, cause: unknown) => {
  logger.warn({ owner, err: cause, requestId: request.id, msg: 'an owner did not answer' });
};

function send(reply: FastifyReply, composed: Composed<unknown>): FastifyReply {
  if ('reply' in composed) return reply.send(composed.reply);
  const { status, contentType, body } = composed.refusal;
  return reply.code(status).type(contentType).send(body);
}
