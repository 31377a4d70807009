import { type LedgerColumn, ledgerColumns, type LedgerKind } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { SheetRow } from './row-error.ts';
import { storableText } from './storable-text.ts';

/** The header stands within this many rows; titles may stand above it. */
export const HEADER_WITHIN = 10;

/** Where the columns of a ledger stand in a file. */
export interface Headings {
  /** Row of the header, from 1. */
  readonly row: number;
  /** Headings as they stand in the file. */
  readonly texts: readonly string[];
  /** Position of each column that is there, by its name in the contracts. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings that the ledger does not know. */
  readonly ignored: readonly string[];
}

/** Characters of a heading; a longer text is none. */
const MOST_HEADING = 200;

/** A heading without what people add to it: width, spaces, asterisks, remarks in brackets. Empty where it is none. */
export function normalHeading(text: string): string {
  if (text.length > MOST_HEADING) return '';
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕/g, '')
    .replace(/[\s*:、]/g, '');
}

function namesOf(ledger: LedgerKind): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, { heading, variants }] of columnsOf(ledger))
    for (const text of [heading, ...variants]) names.set(normalHeading(text), name);
  return names;
}

export function columnsOf(ledger: LedgerKind): [string, LedgerColumn][] {
  return Object.entries(ledgerColumns[ledger]);
}

/** How many columns of the ledger a row names: the most of it is the header. */
function known(names: ReadonlyMap<string, string>, { cells }: SheetRow): number {
  return cells.filter((cell) => names.has(normalHeading(cell))).length;
}

/** How well the first rows of a file fit a ledger: columns named by the best of them. */
export function headingsIn(ledger: LedgerKind, rows: readonly SheetRow[]): number {
  const names = namesOf(ledger);
  return Math.max(0, ...rows.map((row) => known(names, row)));
}

/**
 * Finds the header among the first rows of a file and the columns in it.
 *
 * @param rows at most `HEADER_WITHIN`
 * @throws import.empty, import.headingTwice, import.headingMissing naming all
 */
export function findHeadings(ledger: LedgerKind, rows: readonly SheetRow[]): Headings {
  const names = namesOf(ledger);
  const counts = rows.map((row) => known(names, row));
  const header = rows[counts.indexOf(Math.max(...counts))];
  if (!header) throw new DomainError('import.empty');

  const columns = new Map<string, number>();
  const twice: string[] = [];
  const ignored: string[] = [];
  header.cells.forEach((cell, position) => {
    const name = names.get(normalHeading(cell));
    if (name === undefined) {
      if (cell.trim() !== '') ignored.push(shown(cell));
    } else if (columns.has(name)) twice.push(shown(cell));
    else columns.set(name, position);
  });
  if (twice.length > 0) throw new DomainError('import.headingTwice', { params: { columns: listed(twice) } });
  const missing = columnsOf(ledger).filter(([name, { required }]) => required && !columns.has(name));
  if (missing.length > 0) {
    const params = { columns: listed(missing.map(([, { heading }]) => heading)) };
    throw new DomainError('import.headingMissing', { params });
  }
  return { row: header.no, texts: header.cells.map(storableText), columns, ignored };
}

/** As it is told. */
const shown = (heading: string): string => storableText(heading.trim().slice(0, 100));
const listed = (texts: readonly string[]): string => texts.join('、');
