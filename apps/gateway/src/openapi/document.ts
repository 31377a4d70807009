import { publicPages, routes, type RouteName, type RouteSpec } from '@bihuan/contracts';
import { SchemaComponents, type JsonSchema } from './components.ts';
import { parametersOf, sharedParameters } from './parameters.ts';
import { problemResponses, problemSchema } from './problems.ts';

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly [part: string]: unknown;
}

const tags: Readonly<Record<string, string>> = {
  hazards: '隐患 · Hazards',
  evidence: '证据 · Evidence',
  clocks: '期限 · Clocks',
  handovers: '移交 · Handovers',
  publication: '信息公开 · Publication',
  supervision: '督导整改 · Rectification and acceptance',
  petitions: '延期申请 · Extension petitions',
  interviews: '警示约谈 · Warning interviews',
  assessment: '考核通报 · Assessment and ranking',
  notifications: '消息 · Messages',
  campaign: '基础数据 · Reference data',
  operations: '运维 · Operations',
};

/** Paths that are open to everybody. */
const published = Object.values(publicPages)
  .map(({ path }) => `\`${path}\``)
  .join(', ');

/** The API description (OpenAPI 3.1), written from the contracts' catalogue of routes. `issuer` is the identity provider's address. */
export function openApiDocument(issuer: string): OpenApiDocument {
  const schemas = new SchemaComponents();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, RouteSpec][]) {
    const item = (paths[route.path] ??= {});
    item[route.method.toLowerCase()] = operationOf(name, route, schemas);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '闭环 Bihuan API',
      version: '1',
      description: `重大事故隐患闭环管理。除健康检查、本说明和已公开的内容外，所有接口都需要令牌。已公开的内容：${published}。\n\nThe closed loop of major accident hazards. Everything but health, this description and what has been published needs a token. What has been published: ${published}.`,
    },
    servers: [{ url: '/api/v1' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }, { openId: [] }],
    paths,
    components: {
      schemas: { ...schemas.all(), Problem: problemSchema },
      parameters: sharedParameters,
      headers: {
        RetryAfter: {
          description: '多少秒后再试 · Seconds to wait before trying again',
          schema: { type: 'integer', minimum: 1 },
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT (RFC 9068)' },
        openId: {
          type: 'openIdConnect',
          openIdConnectUrl: new URL('/.well-known/openid-configuration', issuer).href,
        },
      },
    },
  };
}

function operationOf(name: RouteName, route: RouteSpec, schemas: SchemaComponents): JsonSchema {
  return {
    operationId: name,
    tags: [route.tag],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    parameters: parametersOf(route),
    ...requestBodyOf(route, schemas),
    responses: {
      [route.status]: {
        description: `${route.summary.zh} · ${route.summary.en}`,
        content: contentOf(route, schemas),
      },
      ...problemResponses(route),
    },
  };
}

/** A JSON body, or a form with a file beside its fields. */
function requestBodyOf({ body, upload }: RouteSpec, schemas: SchemaComponents): JsonSchema {
  if (upload === undefined) {
    if (body === undefined) return {};
    const schema = schemas.refer(body, 'input');
    return { requestBody: { required: true, content: { 'application/json': { schema } } } };
  }
  const file = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    description: `文件最大 ${upload.maxBytes / 1_000_000} MB · A file of at most ${upload.maxBytes / 1_000_000} MB`,
  };
  const schema = body === undefined ? file : { allOf: [schemas.refer(body, 'input'), file] };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
}

function contentOf({ reply, produces }: RouteSpec, schemas: SchemaComponents): JsonSchema {
  if (reply) return { 'application/json': { schema: schemas.refer(reply, 'output') } };
  return { [produces ?? 'application/octet-stream']: { schema: { type: 'string' } } };
}
