import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { hazardNumber } from '@bihuan/process-core';

export interface NumberCell {
  readonly campaign: string;
  readonly place: string;
  readonly letters: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** Serials of hazard numbers. */
@Injectable()
export class Serials {
  /**
   * The next numbers of the cells, in their order; a cell that is named twice gets two. Whoever numbers in the same cell
   * waits until the work ends, and cells are taken in their order, so that nobody waits in a circle.
   */
  async nextNumbers(work: Work, cells: readonly NumberCell[]): Promise<string[]> {
    const groups = Map.groupBy(cells, keyOf);
    const rows: { cell: string; last: number }[] = await work.tx.query(
      `INSERT INTO number_serial AS n (cell, last)
       SELECT cell, wanted FROM unnest($1::text[], $2::int[]) AS asked (cell, wanted) ORDER BY cell
       ON CONFLICT (cell) DO UPDATE SET last = n.last + excluded.last RETURNING cell, last`,
      [[...groups.keys()], [...groups.values()].map(({ length }) => length)],
    );
    const next = new Map(rows.map(({ cell, last }) => [cell, last - (groups.get(cell)?.length ?? 0)]));
    return cells.map((cell) => {
      const serial = (next.get(keyOf(cell)) ?? NaN) + 1;
      next.set(keyOf(cell), serial);
      return hazardNumber({ ...cell, serial });
    });
  }
}

const keyOf = ({ campaign, place, letters, month }: NumberCell): string =>
  [campaign, place, letters, month].join('/');
