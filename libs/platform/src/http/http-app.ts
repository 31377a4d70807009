import 'reflect-metadata';
import { type NestApplicationOptions, ShutdownSignal, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { DomainError } from '../errors/index.ts';
import { HttpObserver } from '../observability/index.ts';
import { answerWithProblem } from './answer-with-problem.ts';
import { ProblemFilter } from './problem.filter.ts';
import { requestIdOf } from './request-id.ts';
import { SchemaPipe } from './schema.pipe.ts';

const MEBIBYTE = 1_048_576;
const DRAIN_MS = 5_000;

/** For every way of creating an application: Fastify's own JSON parser alone; a failing start is the caller's to report. */
export const httpAppOptions: Readonly<
  Pick<NestApplicationOptions, 'abortOnError' | 'bodyParser' | 'bufferLogs'>
> = {
  abortOnError: false,
  bodyParser: false,
  bufferLogs: true,
};

/** The HTTP server of a process: bounded bodies and waits, JSON alone, request ids. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    // Longer than the gateway keeps an idle connection, so that it never sends into a closing one.
    keepAliveTimeout: 65_000,
    // Headers come at once. A body may be a ledger of 300 MB over a line of 2 Mbit/s; who may send one was asked before.
    http: { headersTimeout: 30_000 },
    requestTimeout: 1_200_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: false,
    genReqId: requestIdOf,
    // A path the router cannot decode never reaches the filter.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      answerWithProblem(
        new DomainError('request.invalid'),
        request,
        reply.header('x-content-type-options', 'nosniff'),
      );
    },
  });
}

/** What every HTTP application of the product has in common; before it is initialised. Needs `ObservabilityModule`. */
export function furnish(app: NestFastifyApplication): NestFastifyApplication {
  app.useLogger(app.get(Logger));
  app.useSecurityHeaders({
    // TLS ends in front of the product; on a bare loopback address the upgrade would break the pages.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new SchemaPipe());
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    done();
  });
  server.addHook('preClose', (done) => {
    // The rest of the shutdown needs its time too: requests that hang are cut off.
    setTimeout(() => {
      server.server.closeAllConnections();
    }, DRAIN_MS).unref();
    done();
  });
  app.get(HttpObserver).observe(server);
  return app;
}

/**
 * The HTTP application of a module, furnished, not yet listening. On SIGTERM and SIGINT it closes and the process ends with 0.
 *
 * @throws ConfigError naming every missing or invalid key
 */
export async function createHttpApp(module: Type): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), httpAppOptions);
  return furnish(app).enableShutdownHooks([ShutdownSignal.SIGTERM, ShutdownSignal.SIGINT], {
    useProcessExit: true,
  });
}
