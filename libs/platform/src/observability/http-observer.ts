import { Injectable } from '@nestjs/common';
import { HazardNo } from '@bihuan/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { Histogram, Registry } from 'prom-client';
import { withLogFields } from './log-context.ts';

/** Seconds; the targets for reading and registering lie between 10 ms and 1 s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Asked every few seconds by machines: logged at `debug` only. */
const probes = new Set(['/healthz', '/readyz', '/metrics']);

/** Measures and logs every request; what is logged within it names the request and its hazard. */
@Injectable()
export class HttpObserver {
  readonly #durations: Histogram<'method' | 'route' | 'status'>;

  constructor(
    registry: Registry,
    private readonly logger: PinoLogger,
  ) {
    this.#durations = new Histogram({
      name: 'bihuan_http_request_duration_seconds',
      help: 'Duration of HTTP requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [registry],
    });
  }

  observe(server: FastifyInstance): void {
    // After the body was parsed: its events come from the socket and would lose the context of an earlier hook.
    server.addHook('preValidation', (request, _reply, done) => {
      withLogFields(fieldsOf(request), done);
    });
    server.addHook('onResponse', (request, reply, done) => {
      this.answered(request, reply);
      done();
    });
  }

  private answered(request: FastifyRequest, reply: FastifyReply): void {
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    // The pattern, never the path: unbounded labels, and a search in a query string is nobody's business.
    const route = request.routeOptions.url ?? 'unknown';
    this.#durations.observe({ method, route, status: String(status) }, elapsedTime / 1000);
    const level = probes.has(route) ? 'debug' : 'info';
    this.logger[level](
      { ...fieldsOf(request), method, route, status, ms: Math.round(elapsedTime) },
      'request answered',
    );
  }
}

function fieldsOf(request: FastifyRequest): { requestId: string; hazardNo?: string } {
  const values: unknown[] = Object.values(request.params ?? {});
  const hazardNo = values.find((value): value is string => HazardNo.safeParse(value).success);
  return { requestId: request.id, ...(hazardNo !== undefined && { hazardNo }) };
}
