import { DomainError } from '@bihuan/platform/errors';
import type { CheckContext } from '../../domain/import/check-context.ts';
import { findHeadings, HEADER_WITHIN, type Headings } from '../../domain/import/headings.ts';
import type { RefusedRow, SheetRow } from '../../domain/import/row-error.ts';
import { RowReader } from '../../domain/import/row-reader.ts';
import { SeenRows } from '../../domain/import/seen-rows.ts';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import type { ImportErrors } from '../../persistence/import/import-errors.repository.ts';
import type { ImportTally } from '../../persistence/import/imports.repository.ts';
import type { CopyWriter } from '../../persistence/import/staging-session.ts';
import { ledgerRules } from './ledger-rules.ts';

/** Rows with errors, and as many duplicates, are kept for the workbook; one more of the former ends the import. */
export const MOST_KEPT = 50_000;
const KEPT_AT_ONCE = 200;

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
  /** Rows before it is known which one is the header. */
  #first: SheetRow[] = [];
  #bad: RefusedRow[] = [];
  #twice: RefusedRow[] = [];

  /** @param merged rows with merged cells, each with the position of the first */
  constructor(
    private readonly job: HazardImport,
    private readonly context: CheckContext,
    private readonly merged: ReadonlyMap<number, number>,
    private readonly targets: PassTargets,
  ) {}

  /** @throws import.empty where no header was found */
  get headings(): Headings {
    if (!this.#headings) throw new DomainError('import.empty');
    return this.#headings;
  }

  /** @throws import.headingMissing, import.headingTwice, import.tooManyErrors */
  async take(rows: readonly SheetRow[]): Promise<void> {
    if (!this.#reader) {
      this.#first.push(...rows);
      if ((this.#first.at(-1)?.no ?? 0) <= HEADER_WITHIN) return;
      await this.begin();
      return;
    }
    await this.check(rows);
  }

  /** @throws import.empty where the file had no rows of data; and what `take` throws */
  async end(): Promise<void> {
    if (!this.#reader) await this.begin();
    if (this.tally.rowsRead === 0) throw new DomainError('import.empty');
    await this.keepRest();
  }

  /** Writes down what was noted and not yet written. */
  keepRest(): Promise<void> {
    return this.keep(1);
  }

  private async begin(): Promise<void> {
    const rows = this.#first;
    this.#first = [];
    const { ledger } = this.job;
    this.#headings = findHeadings(
      ledger,
      rows.filter(({ no }) => no <= HEADER_WITHIN),
    );
    this.#reader = new RowReader(ledger, this.#headings);
    await this.targets.foundHeadings(this.#headings);
    const { row: header } = this.#headings;
    await this.check(rows.filter(({ no }) => no > header));
  }

  private async check(rows: readonly SheetRow[]): Promise<void> {
    const lines = this.linesOf(rows);
    if (lines !== '') await this.targets.staging.write(lines);
    await this.keep(KEPT_AT_ONCE);
    if (this.tally.bad > MOST_KEPT)
      throw new DomainError('import.tooManyErrors', { params: { most: MOST_KEPT } });
  }

  /** What is to be staged of the rows; those that are not are noted. */
  private linesOf(rows: readonly SheetRow[]): string {
    const reader = this.#reader;
    if (!reader) return '';
    const rule = ledgerRules[this.job.ledger];
    let lines = '';
    for (const row of rows) {
      reader.open(row, this.merged.get(row.no));
      const good = rule(row.no, reader, this.context);
      const twin = good ? this.twinOf(good.keys, row.no) : 0;
      if (!good) this.refuse(row, reader.errors);
      else if (twin !== 0) this.noteTwin(row, twin);
      else {
        this.tally.good += 1;
        lines += good.line();
      }
    }
    this.tally.rowsRead += rows.length;
    return lines;
  }

  /** The earlier row that is the same; 0 where there is none. */
  private twinOf(keys: readonly string[], no: number): number {
    for (const key of keys) {
      const first = this.#seen.firstWith(key, no);
      if (first !== 0) return first;
    }
    return 0;
  }

  private refuse({ no, cells }: SheetRow, errors: RefusedRow['errors']): void {
    this.tally.bad += 1;
    if (this.tally.bad > MOST_KEPT) return;
    const inOrder = errors.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1));
    this.#bad.push({ no, cells, errors: inOrder });
  }

  private noteTwin({ no, cells }: SheetRow, twin: number): void {
    this.tally.duplicate += 1;
    if (this.tally.duplicate > MOST_KEPT) return;
    this.#twice.push({
      no,
      cells,
      errors: [{ column: null, code: 'import.twiceInFile', params: { row: twin } }],
    });
  }

  /** Writes the noted rows down once there are so many of them. */
  private async keep(from: number): Promise<void> {
    const [bad, twice] = [this.#bad, this.#twice];
    if (bad.length + twice.length < from) return;
    [this.#bad, this.#twice] = [[], []];
    await this.targets.errors.add(this.job.id, bad, false);
    await this.targets.errors.add(this.job.id, twice, true);
  }
}
