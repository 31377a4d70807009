import { parseArgs } from 'node:util';
import { addDays } from '@bihuan/process-core';
import { demonstrationDay, type LedgerWish } from './ledger.ts';
import { campaign } from './past.ts';

/** The seed of the first start's ledger. */
export const demonstrationSeed = 20_231_009;
export const MOST_ROWS = 1_000_000;

export interface SampleOptions extends LedgerWish {
  /** Bad rows among the good ones. */
  readonly bad: boolean;
  readonly csv: boolean;
  /** Path of the file to write. */
  readonly out: string;
}

export const usage =
  'npm run sample -- --rows 1300 [--seed 20231009] [--bad] [--csv] [--out sample-ledger.xlsx] [--today 2023-10-09]';

/** @throws TypeError or RangeError that says which option is wrong */
export function readOptions(args: readonly string[]): SampleOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      seed: { type: 'string', default: String(demonstrationSeed) },
      bad: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      out: { type: 'string' },
      today: { type: 'string', default: demonstrationDay },
    },
  });
  const { bad, csv, today } = values;
  // a date that does not exist has no day after it
  if (addDays(today, 1) <= campaign.from)
    throw new RangeError(`--today ${today} lies before the campaign, which began ${campaign.from}`);
  return {
    rows: whole('rows', values.rows, 1, MOST_ROWS),
    seed: whole('seed', values.seed, 0, 2 ** 32 - 1),
    today,
    bad,
    csv,
    out: values.out ?? `sample-ledger.${csv ? 'csv' : 'xlsx'}`,
  };
}

function whole(name: string, text: string | undefined, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new RangeError(`--${name} must be a whole number from ${least} to ${most}, e.g. ${usage}`);
}
