import type { ErrorCode, LedgerColumn, LedgerKind } from '@bihuan/contracts';
import { DomainError, type ErrorParams } from '@bihuan/platform/errors';
import { columnsOf, type Headings } from './headings.ts';
import type { RowError, SheetRow } from './row-error.ts';

interface Place {
  readonly position: number;
  readonly column: LedgerColumn;
}

const nowhere: Place = {
  position: -1,
  column: { heading: '', variants: [], required: false, example: '', note: '' },
};

/** Reads the cells of one row after the other by the columns of a ledger, and collects what is wrong with it. */
export class RowReader {
  readonly #places: ReadonlyMap<string, Place>;
  #cells: readonly string[] = [];
  #errors: RowError[] = [];

  constructor(ledger: LedgerKind, { columns }: Headings) {
    this.#places = new Map(
      columnsOf(ledger).map(([name, column]) => [name, { position: columns.get(name) ?? -1, column }]),
    );
  }

  /** What is wrong with the row so far. */
  get errors(): readonly RowError[] {
    return this.#errors;
  }

  /** Turns to the next row. @param merged position of a cell that is merged with others */
  open(row: SheetRow, merged: number | undefined): void {
    this.#cells = row.cells;
    this.#errors = [];
    if (merged !== undefined) this.#errors.push({ column: merged, code: 'import.merged', params: {} });
    if (row.emptyAbove !== undefined)
      this.#errors.push({ column: null, code: 'import.afterGap', params: { most: row.emptyAbove } });
    if (row.formulas === undefined) return;
    const read = new Set([...this.#places.values()].map(({ position }) => position));
    for (const column of row.formulas)
      if (read.has(column)) this.#errors.push({ column, code: 'import.formula', params: {} });
  }

  has(name: string): boolean {
    return this.cell(name) !== '';
  }

  /**
   * The text of a cell, trimmed; undefined where it is empty or refused.
   *
   * @param most characters it may have
   */
  text(name: string, most: number): string | undefined {
    const text = this.cell(name);
    if (text === '') {
      // A formula or a merged cell is empty, too: what is wrong with it has been said.
      const { position, column } = this.place(name);
      const said = this.#errors.some((error) => error.column !== null && error.column === position);
      if (column.required && !said) this.refuse(name, 'field.required');
      return undefined;
    }
    if (text.length > most) {
      this.refuse(name, 'field.tooLong');
      return undefined;
    }
    if (text.includes('\0')) {
      this.refuse(name, 'field.invalid');
      return undefined;
    }
    return text;
  }

  /** What a text means; undefined where the cell is empty, or refused with what `meaning` throws. */
  value<T>(name: string, most: number, meaning: (text: string) => T): T | undefined {
    const text = this.text(name, most);
    if (text === undefined) return undefined;
    try {
      return meaning(text);
    } catch (error) {
      this.refuseFor(name, error);
      return undefined;
    }
  }

  /** What a rule says; undefined where it refuses, which is noted at the column. */
  attempt<T>(name: string, rule: () => T): T | undefined {
    try {
      return rule();
    } catch (error) {
      this.refuseFor(name, error);
      return undefined;
    }
  }

  /** As `attempt`, noted at the column that the refusal points to, by its JSON pointer, else at `name`. */
  attemptAt<T>(columns: ReadonlyMap<string, string>, name: string, rule: () => T): T | undefined {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const at = columns.get(error.fields[0]?.pointer ?? '') ?? name;
      this.refuse(at, error.code, error.params);
      return undefined;
    }
  }

  refuse(name: string, code: ErrorCode, params: ErrorParams = {}): void {
    const { position } = this.place(name);
    const column = position < 0 ? null : position;
    this.#errors.push({ column, code, params });
  }

  /** The heading of a column as the ledger calls it. */
  heading(name: string): string {
    return this.place(name).column.heading;
  }

  private refuseFor(name: string, error: unknown): void {
    if (!(error instanceof DomainError)) throw error;
    this.refuse(name, error.code, error.params);
  }

  private cell(name: string): string {
    const text = this.#cells[this.place(name).position];
    return text === undefined ? '' : text.trim();
  }

  private place(name: string): Place {
    return this.#places.get(name) ?? nowhere;
  }
}
