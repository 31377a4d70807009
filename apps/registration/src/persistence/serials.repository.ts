import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { hazardNumber } from '@bihuan/process-core';

interface NumberCell {
  readonly campaign: string;
  readonly place: string;
  readonly letters: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** Serials of hazard numbers. */
@Injectable()
export class Serials {
  /** The next number of the cell. Concurrent registrations of one cell wait for each other on its row. */
  async nextNumber(work: Work, cell: NumberCell): Promise<string> {
    const key = [cell.campaign, cell.place, cell.letters, cell.month].join('/');
    const rows: { last: number }[] = await work.tx.query(
      `INSERT INTO number_serial AS n (cell, last) VALUES ($1, 1)
       ON CONFLICT (cell) DO UPDATE SET last = n.last + 1 RETURNING last`,
      [key],
    );
    const [row] = rows;
    if (!row) throw new Error(`no serial for ${key}`);
    return hazardNumber({ ...cell, serial: row.last });
  }
}
