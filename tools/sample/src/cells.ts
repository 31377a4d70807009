import { majorColumns } from '@bihuan/contracts';
import type { OddCell, SheetRow } from './bad-rows.ts';
import type { Column, DateForm } from './ledger.ts';

/** The columns in the order of the sheet. */
export const columns = Object.keys(majorColumns) as Column[];
export const headings = columns.map((column) => majorColumns[column].heading);

/** What a cell holds: text, nothing, a day as the sheet's own date, or a formula. */
export type CellValue = OddCell | Date | null;

const isDay = (column: Column) => column === 'deadline' || column.endsWith('On');

/** The cells of a row, as its clerk writes them. */
export function cellsOf(row: SheetRow): CellValue[] {
  return columns.map((column) => {
    const odd = 'odd' in row && row.odd.column === column ? row.odd.value : undefined;
    const value = odd ?? row.cells[column] ?? '';
    if (value === '') return null;
    return typeof value === 'string' && isDay(column) ? written(value, row.dateForm) : value;
  });
}

/** A day in the clerk's form; what is no day stays as it is. */
function written(day: string, form: DateForm): string | Date {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === '') return day;
  switch (form) {
    case 'date':
      return new Date(`${day}T00:00:00Z`);
    case 'dashes':
      return day;
    case 'slashes':
      return `${year}/${Number(month)}/${Number(date)}`;
    case 'chinese':
      return `${year}年${Number(month)}月${Number(date)}日`;
    case 'digits':
      return `${year}${month}${date}`;
  }
}
