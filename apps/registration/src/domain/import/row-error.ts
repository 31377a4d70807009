import type { ErrorCode } from '@bihuan/contracts';
import type { ErrorParams } from '@bihuan/platform/errors';

/** One thing that is wrong with a row of a ledger. */
export interface RowError {
  /** Position of the cell in its row, from 0; null where it is the row's. */
  readonly column: number | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** A row of a file, its cells as texts; missing cells at its end are left out. */
export interface SheetRow {
  /** As a person counts it in the file, from 1. */
  readonly no: number;
  readonly cells: readonly string[];
  /** Positions of cells that hold formulas. */
  readonly formulas?: readonly number[];
  /** It stands below more than so many empty rows, and is the last one that is read. */
  readonly emptyAbove?: number;
}

/** A row that was refused: what is wrong, and what stands in the file. */
export interface RefusedRow {
  readonly no: number;
  readonly cells: readonly string[];
  readonly errors: readonly RowError[];
}
