import { Injectable } from '@nestjs/common';
import { ObjectStore } from '@bihuan/platform/storage';
import type { CheckContext } from '../../domain/import/check-context.ts';
import type { Headings } from '../../domain/import/headings.ts';
import { reachOf } from '../../domain/import/importing-office.ts';
import { Hazards } from '../../persistence/hazards.repository.ts';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { asStored, ImportErrors } from '../../persistence/import/import-errors.repository.ts';
import { Imports, type ImportTally } from '../../persistence/import/imports.repository.ts';
import { type Match, takeOutMatches } from '../../persistence/import/ledger-matches.ts';
import { stagingTargets } from '../../persistence/import/staged-rows.ts';
import type { StagingSession } from '../../persistence/import/staging-session.ts';
import { openSheet } from '../open-sheet.ts';
import { ReadAgain, type Sheet } from '../sheet.ts';
import type { ImportProgress } from './import-progress.ts';
import { MOST_KEPT, ReadingPass } from './reading-pass.ts';

const KEPT_AT_ONCE = 200;

/** One import at work. */
export interface ImportAtWork {
  readonly job: HazardImport;
  readonly context: CheckContext;
  readonly session: StagingSession;
  readonly progress: ImportProgress;
}

/** The key of an import's file in the object store. */
export const fileOf = (importId: string): string => `imports/${importId}`;

/** Reads a ledger's file from its beginning: every row is checked, and staged, refused, or found to be there already. */
@Injectable()
export class ReadLedger {
  constructor(
    private readonly store: ObjectStore,
    private readonly imports: Imports,
    private readonly errors: ImportErrors,
    private readonly hazards: Hazards,
  ) {}

  /** @throws DomainError `import.*` for a file that cannot be taken in; Cancelled; ObjectNotFound */
  async execute(work: ImportAtWork): Promise<ImportTally> {
    const { job, session, progress } = work;
    const sheet = await openSheet(() => this.store.get(fileOf(job.id)), job.ledger);
    const { tally, headings } = await this.readRows(work, sheet);
    await progress.tellNow(tally);
    const matches = await takeOutMatches(session, job.ledger, job.id, MOST_KEPT);
    const named = await this.nameable(work, matches.first);
    await this.noteMatches(work, sheet, headings, named);
    const read = {
      ...tally,
      bytesRead: job.fileBytes,
      good: tally.good - matches.total,
      duplicate: tally.duplicate + matches.total,
    };
    await progress.tellNow(read);
    return read;
  }

  /** Merged cells are told behind the rows of a sheet: where there are some, the rows are read once more. */
  private async readRows(work: ImportAtWork, sheet: Sheet): Promise<ReadingPass> {
    const pass = await this.pass(work, sheet, new Map()).catch((error: unknown) => {
      if (error instanceof ReadAgain) return this.pass(work, sheet, new Map());
      throw error;
    });
    const { row, columns } = pass.headings;
    const merged = sheet.mergedBelow(row, new Set(columns.values()));
    return merged.size === 0 ? pass : this.pass(work, sheet, merged);
  }

  private async pass(
    { job, context, session, progress }: ImportAtWork,
    sheet: Sheet,
    merged: ReadonlyMap<number, number>,
  ): Promise<ReadingPass> {
    await this.errors.clear(job.id, job.position);
    const verdicts = await this.errors.verdicts(job.id, job.position);
    await session.clear();
    const staging = session.copyInto(stagingTargets[job.ledger]);
    const foundHeadings = ({ row, texts, ignored }: Headings) =>
      this.imports.foundHeadings(job.id, { row, texts, ignored });
    const targets = { staging, errors: this.errors, foundHeadings };
    const pass = new ReadingPass(job, context, merged, verdicts, targets);
    try {
      for await (const rows of sheet.rows()) {
        await pass.take(rows);
        pass.tally.bytesRead = sheet.bytesRead();
        await progress.tell(pass.tally);
      }
      await pass.end();
    } catch (error) {
      await staging.abort();
      // What was found so far stays to be seen where the import ends here.
      await pass.keep();
      await this.imports.progress(job.id, pass.tally);
      throw error;
    }
    await staging.end();
    return pass;
  }

  /** The matches, without the numbers of hazards that the importing organisation may not see. */
  private async nameable(
    { job, context: { reference, today } }: ImportAtWork,
    matches: readonly Match[],
  ): Promise<Match[]> {
    const numbers = matches.flatMap(({ hazardNo }) => hazardNo ?? []);
    const seen = await this.hazards.visibleOf(reachOf(job.orgCode, reference, today), numbers);
    return matches.map(({ rowNo, hazardNo }) => ({
      rowNo,
      hazardNo: hazardNo !== null && seen.has(hazardNo) ? hazardNo : null,
    }));
  }

  /** Notes the rows that are in the ledger already, with what stands in the file: which is read for them once more. */
  private async noteMatches(
    { job, progress }: ImportAtWork,
    sheet: Sheet,
    { row: header }: Headings,
    matches: readonly Match[],
  ): Promise<void> {
    const wanted = new Map(matches.map((match) => [match.rowNo, match]));
    const last = matches.at(-1)?.rowNo ?? 0;
    if (last <= header) return;
    let found: string[] = [];
    let read = 0;
    for await (const rows of sheet.rows()) {
      for (const { no, cells } of rows) {
        const match = wanted.get(no);
        if (match) found.push(asStored({ no, cells, errors: [errorOf(match)] }));
        read = no;
      }
      if (found.length >= KEPT_AT_ONCE) {
        await this.errors.add(job.id, found, true);
        found = [];
      }
      progress.check();
      if (read >= last) break;
    }
    await this.errors.add(job.id, found, true);
  }
}

function errorOf({ hazardNo }: Match) {
  return hazardNo === null
    ? ({ column: null, code: 'import.generalThere', params: {} } as const)
    : ({ column: null, code: 'import.hazardThere', params: { hazardNo } } as const);
}
