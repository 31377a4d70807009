import { describe, expect, test } from '@jest/globals';
import { RegisterHazard } from '@bihuan/contracts';
import { z } from 'zod';
import { DomainError, type FieldError } from '../errors/index.ts';
import { SchemaPipe } from './schema.pipe.ts';

const Example = z.strictObject({
  name: z.string().max(5),
  place: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  tags: z.array(z.string()).max(2).default([]),
  age: z.coerce.number().int().max(200).optional(),
  kind: z.enum(['a', 'b']),
  'a/b~c': z.string().optional(),
});
const good = { name: 'Coal', place: { code: '140105' }, kind: 'a' };

function refused(schema: z.ZodType, value: unknown): readonly FieldError[] {
  try {
    new SchemaPipe().transform(value, { type: 'body', schema });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'request.invalid') return error.fields;
    throw error;
  }
  return [];
}

describe('SchemaPipe', () => {
  test('gives the value as the schema makes it', () => {
    const value = new SchemaPipe().transform({ ...good, age: '17' }, { type: 'query', schema: Example });
    expect(value).toEqual({ ...good, age: 17, tags: [] });
  });

  test('leaves a value without a schema alone', () => {
    expect(new SchemaPipe().transform('x', { type: 'param' })).toBe('x');
  });

  test.each<[string, object, string, string]>([
    ['a missing text', { name: undefined }, '/name', 'field.required'],
    ['a missing choice', { kind: undefined }, '/kind', 'field.required'],
    ['a missing inner field', { place: {} }, '/place/code', 'field.required'],
    ['null is a wrong value, not a missing one', { name: null }, '/name', 'field.invalid'],
    ['a wrong format', { place: { code: '14' } }, '/place/code', 'field.invalid'],
    ['a wrong type', { place: 'Taiyuan' }, '/place', 'field.invalid'],
    ['a wrong choice', { kind: 'c' }, '/kind', 'field.invalid'],
    ['too long a text', { name: 'Colliery' }, '/name', 'field.tooLong'],
    ['too long a list', { tags: ['1', '2', '3'] }, '/tags', 'field.tooLong'],
    ['too large a number', { age: 201 }, '/age', 'field.invalid'],
    ['an element of a list', { tags: ['1', 2] }, '/tags/1', 'field.invalid'],
    ['an unknown field', { extra: 1 }, '/extra', 'field.unknown'],
    ['an unknown inner field', { place: { code: '140105', name: '' } }, '/place/name', 'field.unknown'],
    ['a name with marks of the pointer', { 'a/b~c': 1 }, '/a~1b~0c', 'field.invalid'],
    ['an unknown field of absurd length', { ['x'.repeat(5_000)]: 1 }, '', 'field.unknown'],
  ])('%s', (_name, change, pointer, code) => {
    expect(refused(Example, { ...good, ...change })).toEqual([{ pointer, code }]);
  });

  test.each([[undefined], [null]])('no body at all (%s)', (body) => {
    expect(refused(Example, body)).toEqual([{ pointer: '', code: 'field.required' }]);
  });

  test('every wrong field at once, but no more than fifty', () => {
    expect(refused(Example, { place: {} }).map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/place/code',
      '/kind',
    ]);
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, i]));
    expect(refused(Example, { ...good, ...many })).toHaveLength(50);
  });

  test('the union of the responsible unit or body is told by its fields', () => {
    const fields = refused(RegisterHazard, { responsible: { type: 'unit', name: 'Mine' } });
    expect(fields).toContainEqual({ pointer: '/responsible/creditCode', code: 'field.required' });
    const neither = refused(RegisterHazard, { responsible: { type: 'cloud' } });
    expect(neither).toContainEqual({ pointer: '/responsible/type', code: 'field.invalid' });
  });

  test('a schema of another kind is a mistake in the program', () => {
    const schema = {
      '~standard': { version: 1, vendor: 'other', validate: (value: unknown) => ({ value }) },
    } as const;
    expect(() => new SchemaPipe().transform({}, { type: 'body', schema })).toThrow(TypeError);
  });
});
