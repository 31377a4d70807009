import { Injectable } from '@nestjs/common';
import { type Origin, UnitOfWork, type Work } from '@bihuan/platform/commands';
import { FaultPoints } from '@bihuan/platform/messaging';
import { ReferenceBook } from '@bihuan/platform/reference';
import { cellOf, type HazardDraft, hazardOf, importedFact } from '../../domain/import/hazard-draft.ts';
import { Hazards } from '../../persistence/hazards.repository.ts';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import type { StagingSession } from '../../persistence/import/staging-session.ts';
import { Serials } from '../../persistence/serials.repository.ts';
import { Cancelled } from './cancelled.ts';

const BATCH = 500;

interface StagedHazard {
  readonly row_no: number;
  readonly draft: HazardDraft;
}

/** Puts staged major hazards into the ledger, each with its number, its fact and its audit entry, in batches. */
@Injectable()
export class PutMajorHazards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reference: ReferenceBook,
    private readonly hazards: Hazards,
    private readonly serials: Serials,
    private readonly imports: Imports,
    private readonly faults: FaultPoints,
  ) {}

  /** All of them by one transaction, `last` being its end. */
  async together(
    origin: Origin,
    job: HazardImport,
    session: StagingSession,
    last: (work: Work, inserted: number) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(origin, async (work) => {
      let inserted = 0;
      for await (const batch of staged(session, 0)) {
        await this.put(work, origin, job, batch);
        inserted += batch.length;
      }
      await last(work, inserted);
    });
  }

  /**
   * A transaction a batch, which says how far it came: after a crash the import goes on behind it.
   * @throws Cancelled between two batches
   */
  async oneByOne(origin: Origin, job: HazardImport, session: StagingSession): Promise<void> {
    let { inserted } = job;
    for await (const batch of staged(session, job.position)) {
      const position = batch.at(-1)?.row_no ?? 0;
      inserted += batch.length;
      const cancelled = await this.unitOfWork.run(origin, async (work) => {
        const { cancelAsked } = await this.imports.lockMine(work, job);
        if (cancelAsked) return true;
        await this.put(work, origin, job, batch);
        await this.imports.update(work, job.id, { position, inserted });
        return false;
      });
      if (cancelled) throw new Cancelled();
      this.faults.reach('betweenImportBatches');
    }
  }

  private async put(
    work: Work,
    origin: Origin,
    job: HazardImport,
    batch: readonly StagedHazard[],
  ): Promise<void> {
    const numbers = await this.numbers(work, origin, job, batch);
    const by = {
      importId: job.id,
      campaignCode: job.campaignCode,
      orgCode: job.orgCode,
      orgName: job.orgName,
    };
    batch.forEach(({ draft }, i) => {
      const hazard = hazardOf(work, this.reference, by, String(numbers[i]), draft);
      this.hazards.insert(work, hazard);
      work.emit(importedFact(hazard, draft));
      work.record({ action: 'hazard.registered', subject: hazard.hazardNo, before: null, after: hazard });
    });
    // Facts and notes of a whole ledger do not fit into memory.
    await work.flush();
  }

  /** Drawn by a transaction of their own: whoever registers a hazard meanwhile does not wait for a whole ledger. */
  private numbers(
    { now }: Work,
    origin: Origin,
    { campaignCode }: HazardImport,
    batch: readonly StagedHazard[],
  ): Promise<string[]> {
    const cells = batch.map(({ draft }) => cellOf(campaignCode, draft, now));
    return this.unitOfWork.run(origin, (drawing) => this.serials.nextNumbers(drawing, cells));
  }
}

/** Staged hazards behind a row, in the order of the file. */
async function* staged(session: StagingSession, position: number): AsyncGenerator<StagedHazard[]> {
  for (let last = position; ;) {
    const batch = await session.query<StagedHazard>(
      `SELECT row_no, draft FROM import_major_row WHERE row_no > $1 ORDER BY row_no LIMIT ${BATCH}`,
      [last],
    );
    const end = batch.at(-1);
    if (!end) return;
    yield batch;
    last = end.row_no;
  }
}
