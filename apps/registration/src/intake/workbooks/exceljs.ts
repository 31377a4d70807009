import type { Font } from 'exceljs';

/** Loaded when a workbook is first written: most processes never need its 20 MB. */
export async function exceljs() {
  const { default: library } = await import('exceljs');
  return library;
}

/** Of headings. A font that does not say its size and family has those of the program that opens it. */
export const bold: Partial<Font> = { bold: true, size: 11, name: 'Calibri' };
