import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { SheetRow } from './bad-rows.ts';
import { cellsOf, headings } from './cells.ts';
import { DatedWorkbook } from './dated-workbook.ts';

export const sheetName = '重大事故隐患台账';

/** The moment that every sample bears: equal ledgers make equal files, byte for byte. */
const MADE = new Date('2023-10-09T01:00:00Z');

/** Writes the ledger as a workbook, row by row. */
export async function writeWorkbook(path: string, rows: Iterable<SheetRow>): Promise<void> {
  const stream = createWriteStream(path);
  // The file is closed after the workbook is: whoever reads it then finds all of it.
  const written = finished(stream);
  const workbook = new DatedWorkbook(stream, MADE);
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map((header) => ({ header, width: 16, style: { numFmt: 'yyyy-mm-dd' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(cellsOf(row)).commit();
  sheet.commit();
  await workbook.commit();
  await written;
}
