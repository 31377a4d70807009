import type { Writable } from 'node:stream';
import exceljs from 'exceljs';

type Options = ConstructorParameters<typeof exceljs.stream.xlsx.WorkbookWriter>[0];

/** What exceljs does not tell of its writer. */
interface Untold {
  readonly zip: { append: (source: unknown, entry: object) => unknown };
}
const Writer = exceljs.stream.xlsx.WorkbookWriter as unknown as new (
  options: Options & { created: Date },
) => exceljs.stream.xlsx.WorkbookWriter & Untold;

/** A workbook written as a stream that bears a moment of its own; by itself it would bear the machine's, file by file. */
export class DatedWorkbook extends Writer {
  constructor(stream: Writable, made: Date) {
    super({ stream, created: made, useStyles: true, useSharedStrings: true });
  }

  /** The first file that goes into the archive, while the workbook is being made. */
  override addThemes(): Promise<void> {
    const { zip, created } = this;
    const append = zip.append.bind(zip);
    zip.append = (source, entry) => append(source, { ...entry, date: created });
    return super.addThemes();
  }
}
