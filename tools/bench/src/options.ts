import { parseArgs } from 'node:util';
import type { BenchOptions } from './benchmark.ts';

export interface Wish extends BenchOptions {
  /** Names of benchmarks; none: all. */
  readonly names: readonly string[];
  readonly json: string | undefined;
}

/** Fewer pairs say too little to be written down. */
export const PAIRS = 7;
const SECONDS = 5;
const ROWS = 1_000_000;
/** A run signs in once, for a minute, and may take several times as long as the faster arm. */
const LONGEST = 15;

/** @throws Error naming what it does not understand */
export function readWish(args: readonly string[], known: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pairs: { type: 'string', default: String(PAIRS) },
      seconds: { type: 'string', default: String(SECONDS) },
      rows: { type: 'string', default: String(ROWS) },
      json: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`Unknown benchmark ${unknown.join(', ')}. Known: ${known.join(', ')}.`);
  return {
    names: positionals,
    pairs: positive(values.pairs, 'pairs'),
    seconds: positive(values.seconds, 'seconds', LONGEST),
    rows: positive(values.rows, 'rows'),
    json: values.json,
  };
}

function positive(text: string, name: string, most = Infinity): number {
  const value = Number(text);
  if (!(value > 0 && value <= most))
    throw new Error(
      `--${name} is a number above 0${most < Infinity ? `, at most ${most}` : ''}, not "${text}".`,
    );
  return value;
}
