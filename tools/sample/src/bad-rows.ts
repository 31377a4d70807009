import { addDays } from '@bihuan/process-core';
import { type Column, type LedgerRow, type LedgerWish, sampleLedger } from './ledger.ts';
import { Random } from './random.ts';
import type { Tables } from './tables.ts';

/** What a cell holds that is not written like the rest of its row. */
export type OddCell = string | { readonly formula: string };

/** A row of which one cell is wrong. */
export interface BadRow extends LedgerRow {
  readonly wrong: BadClass;
  readonly odd: { readonly column: Column; readonly value: OddCell };
}

export type SheetRow = LedgerRow | BadRow;

type Cells = LedgerRow['cells'];

interface Mistake {
  readonly column: Column;
  /** Which rows can hold it so that nothing else of them is wrong. */
  readonly suits?: (cells: Cells) => boolean;
  readonly value: (cells: Cells, today: string) => OddCell;
}

const struckOff = ({ struckOffOn }: Cells) => struckOffOn !== undefined;

/** The classes of mistakes that people make; each spoils one cell of an otherwise good row. */
const mistakes = {
  wrongCheckDigit: {
    column: 'creditCode',
    value: ({ creditCode = '' }) => `${creditCode.slice(0, 17)}${creditCode.endsWith('0') ? '1' : '0'}`,
  },
  unknownPlace: { column: 'place', value: () => '太原市无名县' },
  unknownClause: {
    column: 'clause',
    suits: ({ clause }) => clause !== undefined,
    value: () => '第九十九条（九）',
  },
  dateInFuture: { column: 'struckOffOn', suits: struckOff, value: (_, today) => addDays(today, 3) },
  strikeOffBeforeCompletion: {
    column: 'struckOffOn',
    suits: struckOff,
    value: ({ completedOn = '' }) => addDays(completedOn, -1),
  },
  missingDescription: { column: 'description', value: () => '' },
  unknownField: { column: 'field', value: () => '航天发射' },
  formulaCell: { column: 'deadline', value: () => ({ formula: 'TODAY()+30' }) },
  wrongDateForm: {
    column: 'foundOn',
    value: ({ foundOn = '' }) => `${foundOn.slice(5, 7)}.${foundOn.slice(8)}`,
  },
} as const satisfies Record<string, Mistake>;

export type BadClass = keyof typeof mistakes;
export const badClasses = Object.keys(mistakes) as BadClass[];

const SHARE = 0.01;

/**
 * The ledger with bad rows among its own: of each class one for every hundred good rows, and at least one. They bear
 * hazards that the ledger does not hold.
 */
export function withBadRows(
  tables: Tables,
  good: readonly LedgerRow[],
  wish: LedgerWish,
  classes: readonly BadClass[],
): SheetRow[] {
  const each = Math.max(1, Math.round(good.length * SHARE));
  const spares = sampleLedger(tables, { ...wish, seed: wish.seed + 1, rows: 3 * each * classes.length + 30 });
  const bad = classes.flatMap((wrong) =>
    Array.from({ length: each }, () => spoiled(wrong, takeSuiting(wrong, spares), wish.today)),
  );
  const random = new Random(wish.seed + 2);
  const rows: SheetRow[] = [...good];
  for (const row of bad) rows.splice(random.between(0, rows.length), 0, row);
  return rows;
}

function takeSuiting(wrong: BadClass, spares: LedgerRow[]): LedgerRow {
  const { suits = () => true }: Mistake = mistakes[wrong];
  const index = spares.findIndex(({ cells }) => suits(cells));
  const [row] = index < 0 ? [] : spares.splice(index, 1);
  if (!row) throw new Error(`no row for ${wrong} on that day: nothing is struck off yet`);
  return row;
}

function spoiled(wrong: BadClass, row: LedgerRow, today: string): BadRow {
  const { column, value }: Mistake = mistakes[wrong];
  return { ...row, wrong, odd: { column, value: value(row.cells, today) } };
}

/** Numbers of the sheet's rows of each class; the headings are row 1. */
export function badRowNumbers(rows: readonly SheetRow[]): ReadonlyMap<BadClass, readonly number[]> {
  const numbers = new Map<BadClass, number[]>();
  rows.forEach((row, i) => {
    if ('wrong' in row) numbers.set(row.wrong, [...(numbers.get(row.wrong) ?? []), i + 2]);
  });
  return numbers;
}
