import type { SheetRow } from '../domain/import/row-error.ts';

/** A file of rows, whatever its kind. */
export interface Sheet {
  /**
   * Its rows that are not empty, in order and in batches, from the beginning at every call. A batch is to be taken to
   * its end before the next: its rows are made as they are taken, so that they need not all be kept.
   *
   * @throws DomainError `import.*` where the file cannot be read on; ReadAgain
   */
  rows(): AsyncIterable<Iterable<SheetRow>>;
  /** Bytes of the file that the rows given so far stand for. */
  bytesRead(): number;
  /**
   * Rows below the header with a cell that is merged with others, each with the first such column. Known once the
   * rows were read to their end.
   */
  mergedBelow(header: number, columns: ReadonlySet<number>): ReadonlyMap<number, number>;
}

/** What was read of a sheet was read wrongly, as shows only now. Its next `rows` are right: this is thrown once a sheet. */
export class ReadAgain extends Error {
  override readonly name = 'ReadAgain';
}
