import { describe, expect, test } from '@jest/globals';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { requestIdOf } from './request-id.ts';

describe('requestIdOf', () => {
  test.each(['7f6c', 'gateway:17', '018f3c9e-0000-7000-8000-000000000000', 'a'.repeat(100)])(
    'takes %s',
    (id) => {
      expect(requestIdOf({ headers: { 'x-request-id': id } })).toBe(id);
    },
  );

  test.each([undefined, '', 'a'.repeat(101), 'two words', '{"json":1}', '编号', 'line\nbreak', '-x'])(
    'makes a new one instead of %j',
    (id) => {
      const made = requestIdOf({ headers: id === undefined ? {} : { 'x-request-id': id } });
      expect(made).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('idempotencyKeyOf', () => {
  test('none is none', () => {
    expect(idempotencyKeyOf(undefined)).toBeNull();
  });

  test.each(['k', '"quoted-key"', 'x'.repeat(200)])('takes %s', (key) => {
    expect(idempotencyKeyOf(key)).toBe(key);
  });

  test.each([[''], ['x'.repeat(201)], ['two words'], ['键'], [['a', 'b']]])('refuses %j', (key) => {
    expect(() => idempotencyKeyOf(key)).toThrow(
      expect.objectContaining({ code: 'request.idempotencyKeyInvalid' }),
    );
  });
});
