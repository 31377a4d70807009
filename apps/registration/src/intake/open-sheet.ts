import type { Readable } from 'node:stream';
import type { LedgerKind } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { CsvSheet } from './csv/csv-sheet.ts';
import { limits } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

const LOOKED_AT = 4096;
const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const utf16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * Opens a file by what is in it, whatever its name says.
 *
 * @param open the file from its beginning, at every call
 * @throws import.empty, import.fileType, import.encoding for UTF-16, and what a workbook's limits refuse
 */
export async function openSheet(open: () => Promise<Readable>, ledger: LedgerKind): Promise<Sheet> {
  const stream = await open();
  try {
    const workbook = await wholeWorkbook(stream);
    return workbook ? await openWorkbook(workbook) : new CsvSheet(open, ledger);
  } finally {
    stream.destroy();
  }
}

/** The whole of a workbook; undefined where the file is a text. */
async function wholeWorkbook(stream: Readable): Promise<Buffer | undefined> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (size === 0 && !beginsAsWorkbook(piece)) return undefined;
    size += piece.length;
    if (size > limits.workbookBytes) {
      const params = { megabytes: limits.workbookBytes / 1_000_000 };
      throw new DomainError('import.workbookTooLarge', { params });
    }
    kept.push(piece);
  }
  if (size === 0) throw new DomainError('import.empty');
  return Buffer.concat(kept);
}

/** @throws import.fileType, import.encoding for what is neither a workbook nor a text */
function beginsAsWorkbook(piece: Buffer): boolean {
  if (piece.subarray(0, zip.length).equals(zip)) return true;
  if (utf16.some((mark) => piece.subarray(0, 2).equals(mark))) throw new DomainError('import.encoding');
  if (piece.subarray(0, LOOKED_AT).includes(0)) throw new DomainError('import.fileType');
  return false;
}
