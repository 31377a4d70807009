import { DomainError } from '@bihuan/platform/errors';
import { limits } from '../limits.ts';
import { cellAt } from './cell-place.ts';

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged cells of a sheet. */
export class Merges {
  #ranges: Range[] = [];

  clear(): void {
    this.#ranges = [];
  }

  /** @param reference as in `A2:B3` @throws import.archiveDamaged for more of them than a sheet for people has */
  add(reference: string): void {
    const [from, to] = reference.split(':').map(cellAt);
    if (!from || !to) return;
    this.#ranges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
    if (this.#ranges.length > limits.merges) throw new DomainError('import.archiveDamaged');
  }

  /** Rows from below the header to the last one that touch a merged cell in one of the columns, with the first such. */
  below(header: number, last: number, columns: ReadonlySet<number>): Map<number, number> {
    const touched = new Map<number, number>();
    let steps = 0;
    for (const { top, bottom, left, right } of this.#ranges) {
      const column = [...columns].filter((each) => each >= left && each <= right).sort((a, b) => a - b)[0];
      if (column === undefined) continue;
      for (let row = Math.max(top, header + 1); row <= Math.min(bottom, last); row += 1) {
        steps += 1;
        if (steps > limits.mergedRows) throw new DomainError('import.archiveDamaged');
        touched.set(row, Math.min(column, touched.get(row) ?? column));
      }
    }
    return touched;
  }
}
