import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RefusedRow, RowError } from '../../domain/import/row-error.ts';
import { storableText } from '../../domain/import/storable-text.ts';

/** One error of one row, with its place in the list. */
export interface ListedError extends RowError {
  readonly row: number;
  /** Among the row's errors, from 1. */
  readonly nth: number;
  readonly duplicate: boolean;
}

/** A row that was not put into the ledger. */
export interface KeptRow extends RefusedRow {
  readonly duplicate: boolean;
}

/** Rows that imports have refused or found there already. */
@Injectable()
export class ImportErrors {
  constructor(private readonly dataSource: DataSource) {}

  /** Forgets what was found behind a row. */
  async clear(importId: string, position: number): Promise<void> {
    await this.dataSource.query(`DELETE FROM import_error WHERE import_id = $1 AND row_no > $2`, [
      importId,
      position,
    ]);
  }

  /** Refused rows up to a position: whether each was a duplicate. */
  async verdicts(importId: string, position: number): Promise<ReadonlyMap<number, boolean>> {
    if (position === 0) return new Map();
    const rows = await this.dataSource.query<{ row_no: number; duplicate: boolean }[]>(
      `SELECT row_no, duplicate FROM import_error WHERE import_id = $1 AND row_no <= $2`,
      [importId, position],
    );
    return new Map(rows.map(({ row_no, duplicate }) => [row_no, duplicate]));
  }

  /** @param rows each as `asStored` */
  async add(importId: string, rows: readonly string[], duplicate: boolean): Promise<void> {
    if (rows.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO import_error (import_id, row_no, duplicate, errors, cells)
       SELECT $1, no, $2, errors, cells
       FROM jsonb_to_recordset($3::jsonb) AS row(no integer, errors jsonb, cells jsonb)`,
      [importId, duplicate, `[${rows.join(',')}]`],
    );
  }

  /** Errors after a position, in the order of the file. */
  page(importId: string, after: readonly [row: number, nth: number], limit: number): Promise<ListedError[]> {
    return this.dataSource.query<ListedError[]>(
      `SELECT row_no AS row, nth::integer AS nth, duplicate, (e->>'column')::integer AS column, e->>'code' AS code,
         e->'params' AS params
       FROM import_error, jsonb_array_elements(errors) WITH ORDINALITY AS t(e, nth)
       WHERE import_id = $1 AND row_no >= $2 AND (row_no, nth) > ($2, $3)
       ORDER BY row_no, nth LIMIT $4`,
      [importId, ...after, limit],
    );
  }

  /** All rows of an import, in the order of the file, read as they are wanted; few at a time, for a row may be long. */
  async *rows(importId: string, batch = 50): AsyncGenerator<KeptRow> {
    let last = 0;
    for (;;) {
      const rows = await this.dataSource.query<KeptRow[]>(
        `SELECT row_no AS no, duplicate, errors, cells FROM import_error
         WHERE import_id = $1 AND row_no > $2 ORDER BY row_no LIMIT $3`,
        [importId, last, batch],
      );
      yield* rows;
      const end = rows.at(-1);
      if (!end) return;
      last = end.no;
    }
  }
}

/**
 * A refused row as JSON that a column can hold. It is made at once, because a text cut out of a file keeps the piece of
 * the file that it was cut from.
 */
export function asStored({ no, errors, cells }: RefusedRow): string {
  return JSON.stringify({ no, errors, cells }, (_key, value: unknown) =>
    typeof value === 'string' ? storableText(value) : value,
  );
}
