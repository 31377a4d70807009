import { errorCodes, routes, type RouteSpec } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from './document.ts';
import { codesOf } from './problems.ts';

const document = openApiDocument('http://127.0.0.1:9000');
const catalogue: [string, RouteSpec][] = Object.entries(routes);

type Node = Record<string, unknown>;

function everyNode(node: unknown, visit: (node: Node, path: string) => void, path = '#'): void {
  if (typeof node !== 'object' || node === null) return;
  visit(node as Node, path);
  for (const [key, value] of Object.entries(node)) everyNode(value, visit, `${path}/${key}`);
}

const resolve = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Node | undefined)?.[key], document);

describe('the document', () => {
  it('has the parts OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document['info']).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has no reference that leads nowhere', () => {
    everyNode(document, (node, path) => {
      const reference = node['$ref'];
      if (typeof reference === 'string')
        expect([path, resolve(reference)]).toEqual([path, expect.anything()]);
    });
  });

  it('leaves no schema of a body or reply empty, except the free data of a history entry', () => {
    const empty: string[] = [];
    everyNode(document.components['schemas'], (node, path) => {
      if (Object.keys(node).length === 0 && !Array.isArray(node)) empty.push(path);
    });
    expect(empty).toEqual(['#/TimelineEntry/properties/data/additionalProperties']);
  });

  it('names every operation once and every tag that is used', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const ids = operations.map((operation) => operation['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (document['tags'] as { name: string }[]).map(({ name }) => name);
    expect(tags).toEqual(
      expect.arrayContaining([...new Set(operations.flatMap((o) => o['tags'] as string[]))]),
    );
  });
});

describe.each(catalogue)('%s agrees with the catalogue', (name, route) => {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()] as Node;
  const responses = operation['responses'] as Record<string, Node>;

  it('in name, path and success', () => {
    expect(operation['operationId']).toBe(name);
    expect(responses).toHaveProperty(String(route.status));
    expect('requestBody' in operation).toBe(route.body !== undefined);
  });

  it('in path parameters', () => {
    const parameters = operation['parameters'] as { name?: string; in?: string; required?: boolean }[];
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map((parameter) => `{${parameter.name!}}`)).toEqual(route.path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every((parameter) => parameter.required)).toBe(true);
  });

  it('in the codes of each status', () => {
    for (const code of codesOf(route)) {
      const text = JSON.stringify(responses[String(errorCodes[code].status)]);
      expect(text).toContain('application/problem+json');
      expect(text).toContain(`"${code}"`);
    }
  });
});

it.each([
  ['/assessments', 'campaignCode', true],
  ['/hazards', 'limit', false],
])('%s: whether the query must have %s', (path, name, required) => {
  const parameters = document.paths[path]?.['get']?.['parameters'] as Node[];
  expect(parameters.find((parameter) => parameter['name'] === name)).toMatchObject({ in: 'query', required });
});

it('the catalogue has no two routes of one method and path', () => {
  const keys = catalogue.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(keys).size).toBe(keys.length);
});
