import type { LedgerKind } from '@bihuan/contracts';
import type { CheckContext } from '../../domain/import/check-context.ts';
import { checkCount, checkGeneral } from '../../domain/import/check-general.ts';
import { checkMajor } from '../../domain/import/check-major.ts';
import type { RowReader } from '../../domain/import/row-reader.ts';
import { keysOfCount, keysOfGeneral, keysOfMajor, type RowKey } from '../../domain/import/same-hazard.ts';
import { countLine, generalLine, majorLine } from '../../persistence/import/staged-rows.ts';

/** What is made of a row of a ledger. */
interface LedgerRule<T> {
  /** Undefined where the row was refused. */
  check(row: RowReader, context: CheckContext): T | undefined;
  /** By which it is the same as another. */
  keys(value: T): RowKey[];
  /** As it is staged. */
  line(no: number, value: T): string;
}

const major = { check: checkMajor, keys: keysOfMajor, line: majorLine };
const general = { check: checkGeneral, keys: keysOfGeneral, line: generalLine };
const generalCounts = { check: checkCount, keys: keysOfCount, line: countLine };

/** The rule of each kind of ledger; what one of its functions returns goes into the others alone. */
export const ledgerRules = { major, general, generalCounts } as unknown as Readonly<
  Record<LedgerKind, LedgerRule<unknown>>
>;
