import { DomainError } from '@bihuan/platform/errors';
import type { SheetRow } from '../domain/import/row-error.ts';
import { limits } from './limits.ts';

/** Lets the rows of a file pass that are not empty, counts them, and ends after a long run of empty ones. */
export class RowGate {
  #last = 0;
  #rows = 0;
  #ended = false;

  /** @param most rows that are not empty */
  constructor(private readonly most: number) {}

  /** Nothing passes any more. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * The row if it is to be read. The first one behind a run of more than a thousand empty rows says so and is the last.
   *
   * @throws import.rowsTooMany, import.columnsTooMany
   */
  pass(row: SheetRow): SheetRow | undefined {
    if (this.#ended || isEmpty(row)) return undefined;
    if (widthOf(row.cells) > limits.columns)
      throw new DomainError('import.columnsTooMany', { params: { most: limits.columns } });
    this.#rows += 1;
    if (this.#rows > this.most) throw new DomainError('import.rowsTooMany', { params: { most: this.most } });
    const gap = row.no - this.#last - 1;
    this.#last = row.no;
    if (gap <= limits.emptyRows) return row;
    this.#ended = true;
    return { ...row, emptyAbove: limits.emptyRows };
  }
}

function isEmpty({ cells, formulas }: SheetRow): boolean {
  if (formulas !== undefined) return false;
  const [first] = cells;
  if (first !== undefined && first !== '' && first.trim() !== '') return false;
  return cells.every((cell) => cell.trim() === '');
}

function widthOf(cells: readonly string[]): number {
  if (cells.length <= limits.columns) return cells.length;
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
