import { describe, expect, test } from '@jest/globals';
import type { InternalClaims } from '@bihuan/contracts';
import { TokenCache } from './token-cache.ts';

const claims = { sub: 'someone' } as InternalClaims;

describe('TokenCache', () => {
  test('gives a token back until it expires', () => {
    const cache = new TokenCache(10);
    cache.put('a', { claims, expiresAt: 1_000 });
    expect(cache.get('a', 999)?.claims).toBe(claims);
    expect(cache.get('a', 1_000)).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  test('keeps no more than its bound; the oldest goes', () => {
    const cache = new TokenCache(3);
    for (const token of ['a', 'b', 'c', 'd', 'e']) cache.put(token, { claims, expiresAt: 1_000 });
    expect(cache.size).toBe(3);
    expect(['a', 'b', 'c', 'd', 'e'].filter((token) => cache.get(token, 0))).toEqual(['c', 'd', 'e']);
  });
});
