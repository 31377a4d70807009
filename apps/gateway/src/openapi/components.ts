import * as contracts from '@bihuan/contracts';
import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;
type Direction = 'input' | 'output';

const prefix = '#/components/schemas/';

const named = z.registry<{ id: string }>();
const names = new Map<z.ZodType, string>();
for (const [name, schema] of Object.entries(contracts)) {
  if (!(schema instanceof z.ZodType) || names.has(schema)) continue;
  names.set(schema, name);
  named.add(schema, { id: name });
}

// what has no JSON form (a query flag's transform) is reached by no body and no reply; a test holds that
const generate = (direction: Direction) =>
  z.toJSONSchema(named, { io: direction, unrepresentable: 'any', uri: (id) => prefix + id }).schemas;
const generated = { input: generate('input'), output: generate('output') };

/** Collects the contracts' schemas that a document refers to, under the names they have in the code. */
export class SchemaComponents {
  private readonly used = new Map<string, JsonSchema>();

  /** Reference to a body's or reply's schema. Errors: the contracts do not export it, or use it in two shapes. */
  refer(schema: z.ZodType, direction: Direction): JsonSchema {
    const name = names.get(schema);
    if (name === undefined) throw new Error('The contracts do not export a schema that a route uses');
    this.use(name, direction);
    return { $ref: prefix + name };
  }

  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.used].sort(([a], [b]) => a.localeCompare(b)));
  }

  private use(name: string, direction: Direction): void {
    const schema = withoutIdentity(generated[direction][name] ?? {});
    const before = this.used.get(name);
    if (before !== undefined) {
      if (JSON.stringify(before) !== JSON.stringify(schema)) throw new Error(`${name} has two shapes`);
      return;
    }
    this.used.set(name, schema);
    for (const inner of referencesIn(schema)) this.use(inner, direction);
  }
}

/** A component is known by its place in the document, not by an id of its own. */
function withoutIdentity(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.slice(prefix.length)] : referencesIn(value),
  );
}
