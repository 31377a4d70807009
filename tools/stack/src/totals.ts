/** How many checks and tests passed, failed and were skipped. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTotals: Totals = { passed: 0, failed: 0, skipped: 0 };

export function plus(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** One check that is not a test: lint, types, format, or the start of the servers. */
export function check(passed: boolean): Totals {
  return passed ? { ...noTotals, passed: 1 } : { ...noTotals, failed: 1 };
}

/** The last line of a test run. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** What Jest writes with `--json`, as far as it counts. */
export interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before any test of theirs ran. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * What a Jest run counts for.
 *
 * @param result undefined when Jest died without writing one
 * @param exitCode a run that ended badly never counts as passed, whatever it wrote
 */
export function jestTotals(result: JestResult | undefined, exitCode: number): Totals {
  if (result === undefined) return { ...noTotals, failed: 1 };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
