import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { describe, type Language } from '@bihuan/platform/errors';
import type { Fill, Row } from 'exceljs';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { ImportErrors, type KeptRow } from '../../persistence/import/import-errors.repository.ts';
import { bold, exceljs } from './exceljs.ts';

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const WRONG = solid('FFFF7C80');
const DUPLICATE = solid('FFD9D9D9');
const heading = { 'zh-CN': '错误说明', en: 'Errors 错误说明' } as const;
const rowWord = { 'zh-CN': (no: number) => `第${no}行：`, en: (no: number) => `Row ${no}: ` } as const;
const nameWord = { 'zh-CN': (name: string) => `【${name}】`, en: (name: string) => `[${name}] ` } as const;
/** In characters. */
const MESSAGES_WIDTH = 60;
const CELLS_WIDTH = 16;
/** Notes are kept in memory until the sheet has ended; the first column says everything anyway. */
const MOST_NOTES = 5_000;

/**
 * The rows that an import did not take, as they stand in the file, with what is wrong: to be mended and brought again.
 * The first column is new; the others are those of the file, in their order, under its header.
 */
@Injectable()
export class ErrorsWorkbook {
  readonly #log = new Logger(ErrorsWorkbook.name);

  constructor(private readonly errors: ImportErrors) {}

  /** The workbook as it is written: rows are read as fast as it is taken. */
  async stream(found: HazardImport, language: Language): Promise<Readable> {
    const out = new PassThrough();
    const { stream } = await exceljs();
    const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = workbook.addWorksheet('错误', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    const write = async () => {
      let notes = 0;
      const headings = found.headings?.texts ?? [];
      sheet.getColumn(1).width = MESSAGES_WIDTH;
      for (const position of headings.keys()) sheet.getColumn(position + 2).width = CELLS_WIDTH;
      const header = sheet.addRow([heading[language], ...headings]);
      header.font = bold;
      header.commit();
      for await (const kept of this.errors.rows(found.id)) {
        if (out.destroyed) return;
        const cells = kept.cells.map((cell) => cell || null);
        notes += mark(
          sheet.addRow([messagesOf(kept, headings, language), ...cells]),
          kept,
          language,
          notes < MOST_NOTES,
        );
        if (out.writableNeedDrain) await drained(out);
      }
      sheet.commit();
      await workbook.commit();
    };
    write().catch((error: unknown) => {
      this.#log.warn(`A workbook of errors was broken off: ${String(error)}`);
      out.destroy(error instanceof Error ? error : undefined);
    });
    return out;
  }
}

/** Each message behind the heading of its column. */
function messagesOf({ no, errors }: KeptRow, headings: readonly string[], language: Language): string {
  const messages = errors.map(({ column, code, params }) => {
    const name = column === null ? '' : (headings[column] ?? '');
    return (name && nameWord[language](name)) + describe(code, params, language);
  });
  return rowWord[language](no) + messages.join(language === 'en' ? '; ' : '；');
}

/**
 * Fills wrong cells red, with a note that says why where there is `room` for it; a row that is there already is grey.
 *
 * @returns how many notes it took
 */
function mark(row: Row, { duplicate, errors }: KeptRow, language: Language, room: boolean): number {
  row.getCell(1).fill = duplicate ? DUPLICATE : WRONG;
  const byColumn = Map.groupBy(errors, ({ column }) => column);
  let notes = 0;
  for (const [column, wrong] of byColumn) {
    if (column === null) continue;
    const cell = row.getCell(column + 2);
    cell.fill = WRONG;
    if (!room) continue;
    notes += 1;
    cell.note = wrong.map(({ code, params }) => describe(code, params, language)).join('\n');
  }
  row.commit();
  return notes;
}

/** Resolves once there is room again, or nobody takes it any more. */
function drained(out: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      out.off('drain', go);
      out.off('close', go);
      resolve();
    };
    out.once('drain', go);
    out.once('close', go);
  });
}
