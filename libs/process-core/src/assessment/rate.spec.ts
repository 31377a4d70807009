import { describe, expect, it } from '@jest/globals';
import { rateDifference, rateOf } from './rate.ts';

describe('a rate', () => {
  it.each([
    [0, 0, null],
    [0, 7, 0],
    [7, 7, 1],
    [1, 3, 0.3333],
    [2, 3, 0.6667],
    [1, 8000, 0.0001],
    [1, 20_000, 0.0001],
    [1, 20_001, 0],
    [19_999, 20_000, 1],
  ])('%i of %i is %p', (part, whole, rate) => {
    expect(rateOf(part, whole)).toBe(rate);
  });

  it.each([
    [0.3, 0.1, 0.2],
    [0.1, 0.3, -0.2],
    [null, 0.1, null],
    [0.1, null, null],
  ])('%p after %p differs by %p', (now, then, difference) => {
    expect(rateDifference(now, then)).toBe(difference);
  });
});
