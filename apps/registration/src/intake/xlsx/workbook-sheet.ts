import type { SheetRow } from '../../domain/import/row-error.ts';
import type { Sheet } from '../sheet.ts';
import type { Archive } from './archive.ts';
import { readXml } from './read-xml.ts';
import { SheetHandler, type SheetSurroundings } from './sheet-handler.ts';

/** The first worksheet of a workbook. */
export class WorkbookSheet implements Sheet {
  #unpacked = 0;
  #lastRow = 0;

  /**
   * @param part name of the worksheet in the archive
   * @param bytes of the workbook
   */
  constructor(
    private readonly archive: Archive,
    private readonly part: string,
    private readonly around: SheetSurroundings,
    private readonly bytes: number,
  ) {}

  /** The workbook lies in memory; what is read of it is the share of the worksheet. */
  bytesRead(): number {
    return Math.round((this.bytes * this.#unpacked) / Math.max(1, this.archive.sizeOf(this.part)));
  }

  mergedBelow(header: number, columns: ReadonlySet<number>): ReadonlyMap<number, number> {
    return this.around.merges.below(header, this.#lastRow, columns);
  }

  async *rows(): AsyncGenerator<Iterable<SheetRow>> {
    this.around.merges.clear();
    this.#unpacked = 0;
    const handler = new SheetHandler(this.around);
    for await (const bytes of readXml(this.archive.part(this.part), handler)) {
      this.#unpacked += bytes;
      const rows = handler.take();
      if (rows.length > 0) yield rows;
    }
    this.#lastRow = handler.lastRow;
  }
}
