import type { Comparison, Measured } from './harness/comparison.ts';
import type { Spread } from './harness/spread.ts';
import type { BenchStack } from './stack.ts';

export interface BenchOptions {
  /** Runs of both arms. */
  readonly pairs: number;
  /** How long an arm takes at least, about. */
  readonly seconds: number;
  /** Rows of the imported file. */
  readonly rows: number;
}

/** A figure with an upper bound that no second arm is needed for. */
export interface Bounded {
  readonly title: string;
  /** Of several runs: their median. */
  readonly value: number;
  /** Between what the runs lay; left out of a single one. */
  readonly spread?: Spread;
  /** Meant to be at most this. */
  readonly aim: number;
  /** The run fails beyond this. */
  readonly gate: number;
  readonly unit: string;
}

/** What a benchmark has found. */
export interface Outcome {
  readonly comparisons?: readonly Comparison[];
  readonly bounds?: readonly Bounded[];
  /** Measured for information, without a second arm. */
  readonly further?: readonly Measured[];
}

export interface Benchmark {
  readonly name: string;
  readonly heading: string;
  run(stack: BenchStack, options: BenchOptions): Promise<Outcome>;
  /** Why it came out as it did, in words that hold for this outcome. */
  explain(outcome: Outcome): readonly string[];
}
