import { encodeCursor } from './cursor.ts';

/** One page of a list; `next` is null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/**
 * Cuts a page out of the rows that were read for it: one row more than `limit` says that another page follows.
 *
 * @param rows in the order of the list, at most `limit + 1`
 * @param limit rows of a page, at least 1
 * @param positionOf plain JSON of a row that the next page begins after, as `decodeCursor` will be asked for it
 */
export function pageOf<T>(rows: readonly T[], limit: number, positionOf: (last: T) => unknown): Page<T> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor(positionOf(last)) };
}
