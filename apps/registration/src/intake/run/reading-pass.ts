import { DomainError } from '@bihuan/platform/errors';
import type { CheckContext } from '../../domain/import/check-context.ts';
import { findHeadings, HEADER_WITHIN, type Headings } from '../../domain/import/headings.ts';
import type { RefusedRow, SheetRow } from '../../domain/import/row-error.ts';
import { RowReader } from '../../domain/import/row-reader.ts';
import type { RowKey } from '../../domain/import/same-hazard.ts';
import { SeenRows } from '../../domain/import/seen-rows.ts';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { asStored, type ImportErrors } from '../../persistence/import/import-errors.repository.ts';
import type { ImportTally } from '../../persistence/import/imports.repository.ts';
import type { CopyWriter } from '../../persistence/import/staging-session.ts';
import { ledgerRules } from './ledger-rules.ts';

/** Rows with errors, and as many duplicates, are kept for the workbook; one more of the former ends the import. */
export const MOST_KEPT = 50_000;
const KEPT_AT_ONCE = 200;
/** Refused rows are written down when they come to so many characters, however few they are. */
const KEPT_CHARACTERS = 1_000_000;

/** Where the rows of a pass go. */
export interface PassTargets {
  readonly staging: CopyWriter;
  readonly errors: ImportErrors;
  /** Called once the header was found. */
  foundHeadings(headings: Headings): Promise<void>;
}

/** One pass over the rows of a file: each is checked, and staged or noted as refused. */
export class ReadingPass {
  readonly #seen = new SeenRows();
  readonly tally = { bytesRead: 0, rowsRead: 0, good: 0, bad: 0, duplicate: 0 } satisfies ImportTally;
  #headings: Headings | undefined;
  #reader: RowReader | undefined;
  #told = false;
  /** Rows before it is known which one is the header. */
  #first: SheetRow[] = [];
  /** As they are stored. */
  #bad: string[] = [];
  #twice: string[] = [];
  #characters = 0;

  /**
   * @param merged rows with merged cells, each with the position of the first
   * @param verdicts refused rows of what an earlier attempt put into the ledger: whether each was a duplicate
   */
  constructor(
    private readonly job: HazardImport,
    private readonly context: CheckContext,
    private readonly merged: ReadonlyMap<number, number>,
    private readonly verdicts: ReadonlyMap<number, boolean>,
    private readonly targets: PassTargets,
  ) {}

  /** @throws import.empty where no header was found */
  get headings(): Headings {
    if (!this.#headings) throw new DomainError('import.empty');
    return this.#headings;
  }

  /** @throws import.headingMissing, import.headingTwice, import.tooManyErrors */
  async take(rows: Iterable<SheetRow>): Promise<void> {
    for (const row of rows) this.see(row);
    await this.settle(KEPT_AT_ONCE);
  }

  /** @throws import.empty where the file had no rows of data; and what `take` throws */
  async end(): Promise<void> {
    if (!this.#reader) this.begin();
    if (this.tally.rowsRead === 0) throw new DomainError('import.empty');
    await this.settle(1);
  }

  private see(row: SheetRow): void {
    if (this.#reader) {
      this.check(this.#reader, row);
      return;
    }
    this.#first.push(row);
    if (row.no > HEADER_WITHIN) this.begin();
  }

  /** Finds the header, and checks what was read below it. */
  private begin(): void {
    const { ledger } = this.job;
    const rows = this.#first;
    const headings = findHeadings(
      ledger,
      rows.filter(({ no }) => no <= HEADER_WITHIN),
    );
    const reader = new RowReader(ledger, headings);
    [this.#headings, this.#reader, this.#first] = [headings, reader, []];
    for (const row of rows) if (row.no > headings.row) this.check(reader, row);
  }

  /** Stages the row, or notes why not. */
  private check(reader: RowReader, row: SheetRow): void {
    this.tally.rowsRead += 1;
    const verdict = this.verdicts.get(row.no);
    if (verdict !== undefined) {
      this.tally[verdict ? 'duplicate' : 'bad'] += 1;
      return;
    }
    reader.open(row, this.merged.get(row.no));
    const rule = ledgerRules[this.job.ledger];
    const value = rule.check(reader, this.context);
    // What is in the ledger is not judged again: reference data may say something else by now.
    const isIn = row.no <= this.job.position;
    const keys = value === undefined ? [] : rule.keys(value);
    const twin = this.twinOf(keys);
    if (value === undefined && !isIn) this.refuse(row, reader.errors);
    else if (twin !== 0) this.noteTwin(row, twin);
    else {
      this.tally.good += 1;
      for (const key of keys) this.#seen.note(key, row.no);
      if (value !== undefined && !isIn) this.targets.staging.put(rule.line(row.no, value));
    }
  }

  /** The earlier row that is the same; 0 where there is none. */
  private twinOf(keys: readonly RowKey[]): number {
    for (const key of keys) {
      const first = this.#seen.rowWith(key);
      if (first !== 0) return first;
    }
    return 0;
  }

  private refuse({ no, cells }: SheetRow, errors: RefusedRow['errors']): void {
    this.tally.bad += 1;
    if (this.tally.bad > MOST_KEPT) return;
    const inOrder = errors.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1));
    this.hold(this.#bad, { no, cells, errors: inOrder });
  }

  private noteTwin({ no, cells }: SheetRow, twin: number): void {
    this.tally.duplicate += 1;
    if (this.tally.duplicate > MOST_KEPT) return;
    const errors = [{ column: null, code: 'import.twiceInFile', params: { row: twin } }] as const;
    this.hold(this.#twice, { no, cells, errors });
  }

  private hold(rows: string[], row: RefusedRow): void {
    const stored = asStored(row);
    rows.push(stored);
    this.#characters += stored.length;
  }

  /** Hands on what the rows have brought so far. @param from how many refused rows there must be for it */
  private async settle(from: number): Promise<void> {
    if (this.#headings && !this.#told) {
      this.#told = true;
      await this.targets.foundHeadings(this.#headings);
    }
    await this.targets.staging.room();
    await this.keep(from);
    if (this.tally.bad > MOST_KEPT)
      throw new DomainError('import.tooManyErrors', { params: { most: MOST_KEPT } });
  }

  /** Writes down the refused rows that were noted. */
  async keep(from = 1): Promise<void> {
    const [bad, twice] = [this.#bad, this.#twice];
    if (bad.length + twice.length < from && this.#characters < KEPT_CHARACTERS) return;
    [this.#bad, this.#twice, this.#characters] = [[], [], 0];
    await this.targets.errors.add(this.job.id, bad, false);
    await this.targets.errors.add(this.job.id, twice, true);
  }
}
