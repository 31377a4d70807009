import type { RouteSpec } from '@bihuan/contracts';
import { z } from 'zod';
import type { JsonSchema } from './components.ts';

/** Path and query parameters of a route, and the headers it understands. */
export function parametersOf(route: RouteSpec): JsonSchema[] {
  return [
    ...fieldsOf(route.params).map(({ name, schema }) => ({ name, in: 'path', required: true, schema })),
    ...fieldsOf(route.query).map((field) => ({ ...field, in: 'query' })),
    ...(route.method === 'GET' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    { $ref: '#/components/parameters/AcceptLanguage' },
  ];
}

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: unknown;
}

function fieldsOf(schema: z.ZodType | undefined): Field[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
}

export const sharedParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      '重复提交同一内容得到同一答复；用于另一内容则为 422。\n\nThe same key with the same body gets the same answer; with another body 422.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: '提示文字的语言，默认中文。\n\nLanguage of messages; Chinese by default.',
    schema: { type: 'string', examples: ['zh-CN', 'en'] },
  },
} as const;
