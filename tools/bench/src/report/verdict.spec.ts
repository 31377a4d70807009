import { describe, expect, it } from '@jest/globals';
import { spreadOf } from '../harness/spread.ts';
import { boundVerdictOf, verdictOf } from './verdict.ts';

const target = { gate: 0.5, aim: 0.8 };

describe('a ratio', () => {
  it.each([
    [[0.49, 0.9, 0.4], 'failed'],
    [[0.5, 0.5, 0.5], 'misses its aim'],
    [[0.2, 0.79, 0.9], 'misses its aim'],
    [[0.1, 0.8, 2], 'as aimed'],
  ] as const)('of %j is judged by its median: %s', (ratios, verdict) => {
    expect(verdictOf({ ratio: spreadOf([...ratios]), target })).toBe(verdict);
  });

  it('without a target has nothing to miss', () => {
    expect(verdictOf({ ratio: spreadOf([0.01]), target: null })).toBe('as aimed');
  });
});

describe('a bound', () => {
  it.each([
    [75, 'as aimed'],
    [76, 'misses its aim'],
    [98, 'failed'],
  ] as const)('of 75, at most 97, that is measured as %i: %s', (value, verdict) => {
    expect(boundVerdictOf({ value, aim: 75, gate: 97 })).toBe(verdict);
  });
});
