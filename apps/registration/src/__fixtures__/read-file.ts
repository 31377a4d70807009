import { Readable } from 'node:stream';
import { DomainError } from '@bihuan/platform/errors';
import type { SheetRow } from '../domain/import/row-error.ts';
import { openSheet } from '../intake/open-sheet.ts';
import { ReadAgain, type Sheet } from '../intake/sheet.ts';

/** Opens a file that comes in pieces of a size. */
export function opened(file: Buffer | string, size = 65_536): Promise<Sheet> {
  const bytes = Buffer.from(file);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return openSheet(() => Promise.resolve(Readable.from(pieces)), 'general');
}

export async function rowsOf(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  try {
    for await (const batch of sheet.rows()) rows.push(...batch);
  } catch (error) {
    if (error instanceof ReadAgain) return rowsOf(sheet);
    throw error;
  }
  return rows;
}

export const read = async (file: Buffer | string, size?: number): Promise<SheetRow[]> =>
  rowsOf(await opened(file, size));

export const cellsOf = async (file: Buffer | string, size?: number): Promise<(readonly string[])[]> =>
  (await read(file, size)).map(({ cells }) => cells);

/** The code with which a file is refused. */
export async function refusalOf(file: Buffer | string): Promise<string> {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing';
}
