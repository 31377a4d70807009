import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SheetRow } from './bad-rows.ts';
import { type CellValue, cellsOf, headings } from './cells.ts';

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the ledger as comma separated values (RFC 4180) in UTF-8. */
export async function writeCsv(path: string, rows: Iterable<SheetRow>): Promise<void> {
  await pipeline(Readable.from(linesOf(rows)), createWriteStream(path));
}

function* linesOf(rows: Iterable<SheetRow>): Generator<string> {
  yield BYTE_ORDER_MARK + line(headings);
  for (const row of rows) yield line(cellsOf(row).map(textOf));
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

function textOf(cell: CellValue): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : `=${cell.formula}`;
}
