import type { LedgerKind } from '@bihuan/contracts';
import type { CheckContext } from '../../domain/import/check-context.ts';
import { checkCount, checkGeneral } from '../../domain/import/check-general.ts';
import { checkMajor } from '../../domain/import/check-major.ts';
import type { RowReader } from '../../domain/import/row-reader.ts';
import { keysOfCount, keysOfGeneral, keysOfMajor } from '../../domain/import/same-hazard.ts';
import { countLine, generalLine, majorLine } from '../../persistence/import/staged-rows.ts';

/** A row that was found good: by which keys it is the same as another, and how it is staged. */
export interface GoodRow {
  readonly keys: readonly string[];
  line(): string;
}

/** Reads one row of a ledger; undefined where it was refused. */
export type RowRule = (no: number, row: RowReader, context: CheckContext) => GoodRow | undefined;

function rule<T>(
  check: (row: RowReader, context: CheckContext) => T | undefined,
  keys: (value: T) => string[],
  line: (no: number, value: T) => string,
): RowRule {
  return (no, row, context) => {
    const value = check(row, context);
    return value === undefined ? undefined : { keys: keys(value), line: () => line(no, value) };
  };
}

export const ledgerRules: Readonly<Record<LedgerKind, RowRule>> = {
  major: rule(checkMajor, keysOfMajor, majorLine),
  general: rule(checkGeneral, keysOfGeneral, generalLine),
  generalCounts: rule(checkCount, keysOfCount, countLine),
};
