import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type EventType, eventSchemas } from './catalog.ts';
import { EnvelopeBase } from './envelope.ts';

const folder = new URL('./__examples__/', import.meta.url);
const types = Object.keys(eventSchemas) as EventType[];

function exampleOf(type: string): { data: unknown } {
  return JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')) as { data: unknown };
}

describe('golden examples', () => {
  it('exist for every event and for nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(types.map((type) => `${type}.json`).sort());
  });

  it.each(types)('%s parses, and comes back as it was', (type) => {
    const { data, ...envelope } = exampleOf(type);
    expect(EnvelopeBase.parse(envelope)).toEqual(envelope);
    expect(eventSchemas[type].parse(data)).toEqual(data);
  });

  // A field required today that yesterday's message lacks would stop every consumer: the example is yesterday's message.
  it.each(types)('%s refuses a message without one of its fields', (type) => {
    const [first] = Object.keys(exampleOf(type).data as object);
    const rest = Object.fromEntries(
      Object.entries(exampleOf(type).data as object).filter(([name]) => name !== first),
    );
    expect(eventSchemas[type].safeParse(rest).success).toBe(false);
  });
});
