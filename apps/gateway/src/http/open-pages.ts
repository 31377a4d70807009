import { HazardNo } from '@bihuan/contracts';
import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { openApiDocument } from '../openapi/document.ts';
import { docsAssets, docsPage, docsPolicyFor, docsScript } from './docs-page.ts';
import { hazardPage } from './hazard-page.ts';
import { pagePolicy } from './page.ts';
import { startPage } from './start-page.ts';

export interface OpenPagesParts {
  readonly issuer: string;
  readonly temporalUi: string | null;
  /** Whether requests can be served: the reference copies are there. */
  readonly ready: () => boolean;
  /** Business time: people and scripts must know the day on which the product works. */
  readonly businessNow: () => Date;
}

const packaged = createRequire(import.meta.url);

const html = (reply: FastifyReply, policy: string, page: string) =>
  reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);

/** Everything that is served without a token, besides the process's own health and metrics. */
export function openPages({ issuer, temporalUi, ready, businessNow }: OpenPagesParts): FastifyPluginCallback {
  const description = JSON.stringify(openApiDocument(issuer));
  const docsPolicy = docsPolicyFor(issuer);
  const start = startPage({ issuer, temporalUi });
  return (app, _options, done) => {
    for (const [name, type] of Object.entries(docsAssets)) {
      const file = packaged.resolve(`swagger-ui-dist/${name}`);
      app.get(`/api/docs/assets/${name}`, (_request, reply) => reply.type(type).send(createReadStream(file)));
    }
    app.get('/', (_request, reply) => html(reply, pagePolicy, start));
    app.get<{ Params: { no: string } }>('/hazards/:no', ({ params: { no } }, reply) => {
      const hazardNo = HazardNo.safeParse(no);
      if (hazardNo.success) return html(reply, pagePolicy, hazardPage(hazardNo.data));
      reply.callNotFound();
      return reply;
    });
    app.get('/public/health', (_request, reply) =>
      reply
        .code(ready() ? 200 : 503)
        .send({ status: ready() ? 'up' : 'starting', businessTime: businessNow().toISOString() }),
    );
    app.get('/api/openapi.json', (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(description),
    );
    app.get('/api/docs', (_request, reply) => html(reply, docsPolicy, docsPage));
    app.get('/api/docs/start.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(docsScript),
    );
    done();
  };
}
