import { describe, expect, test } from '@jest/globals';
import { check, jestTotals, noTotals, plus, totalsLine, type JestResult } from './totals.ts';

const result = (numbers: Partial<JestResult>): JestResult => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...numbers,
});

describe('totals of a run', () => {
  test('are one line', () => {
    const totals = plus(plus(check(true), check(false)), { passed: 40, failed: 0, skipped: 2 });
    expect(totalsLine(totals)).toBe('41 passed, 1 failed, 2 skipped');
  });

  test.each<[string, JestResult | undefined, number, string]>([
    ['all passed', result({ numPassedTests: 7 }), 0, '7 passed, 0 failed, 0 skipped'],
    ['one failed', result({ numPassedTests: 6, numFailedTests: 1 }), 1, '6 passed, 1 failed, 0 skipped'],
    [
      'skipped and planned',
      result({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      0,
      '1 passed, 0 failed, 3 skipped',
    ],
    [
      'a file that did not load',
      result({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }),
      1,
      '3 passed, 1 failed, 0 skipped',
    ],
    ['a bad end without a failed test', result({ numPassedTests: 3 }), 1, '3 passed, 1 failed, 0 skipped'],
    ['no result at all', undefined, 134, '0 passed, 1 failed, 0 skipped'],
  ])('count %s', (_, jest, exitCode, line) => {
    expect(totalsLine(plus(noTotals, jestTotals(jest, exitCode)))).toBe(line);
  });
});
