/** Loaded when a workbook is first written: most processes never need its 20 MB. */
export async function exceljs() {
  const { default: library } = await import('exceljs');
  return library;
}
