import { Injectable } from '@nestjs/common';
import type { ImportState } from '@bihuan/contracts';
import { type Origin, UnitOfWork, type Work } from '@bihuan/platform/commands';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError, isUnavailable } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { ObjectNotFound } from '@bihuan/platform/storage';
import { toLocalDate } from '@bihuan/process-core';
import type { CheckContext } from '../../domain/import/check-context.ts';
import { campaignFor } from '../../domain/import/importing-office.ts';
import { LedgerNames } from '../../domain/import/ledger-names.ts';
import { GeneralHazards } from '../../persistence/import/general-hazards.repository.ts';
import type { HazardImport, ImportProblem } from '../../persistence/import/hazard-import.entity.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import type { StagingSession } from '../../persistence/import/staging-session.ts';
import { Cancelled } from './cancelled.ts';
import { ImportProgress } from './import-progress.ts';
import { PutMajorHazards } from './put-major.ts';
import { type ImportAtWork, ReadLedger } from './read-ledger.ts';

/** After so many beginnings the process, and not a server, is what fails. */
const MOST_ATTEMPTS = 10;

/** Brings one ledger from its file into the tables, or says why not. */
@Injectable()
export class BringLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: Imports,
    private readonly reference: ReferenceBook,
    private readonly readLedger: ReadLedger,
    private readonly putMajor: PutMajorHazards,
    private readonly generalHazards: GeneralHazards,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * From the beginning of the file, whatever an earlier attempt had staged.
   *
   * @throws what is to be tried again: a server is away, or the process stops
   */
  async execute(id: string, session: StagingSession, stopping: AbortSignal): Promise<void> {
    const job = await this.imports.begin(id, this.clock.now());
    if (!job) return;
    try {
      if (job.cancelAsked) throw new Cancelled();
      if (job.attempts > MOST_ATTEMPTS) throw new DomainError('internal.unexpected');
      await this.bring({
        job,
        session,
        context: this.contextOf(job),
        progress: new ImportProgress(this.imports, id, stopping),
      });
    } catch (error) {
      const end = endOf(error);
      if (!end) {
        // Whoever waits for a server, or stops, has not failed.
        if (isUnavailable(error) || stopping.aborted) await this.imports.neverBegan(job);
        throw error;
      }
      await this.end(job, ...end);
    } finally {
      await session.clear();
    }
  }

  private contextOf({ campaignCode, startedAt, ledger, history }: HazardImport): CheckContext {
    const now = startedAt ?? this.clock.now();
    const today = toLocalDate(now);
    const campaign = campaignFor({ campaignCode, ledger, history }, this.reference, today);
    return {
      reference: this.reference,
      names: new LedgerNames(this.reference, campaign),
      campaign,
      today,
      now,
      history,
    };
  }

  private async bring(work: ImportAtWork): Promise<void> {
    const { job, session } = work;
    const { bad } = await this.readLedger.execute(work);
    if (bad > 0 && job.mode === 'allOrNothing')
      throw new DomainError('import.rowsRefused', { params: { bad } });
    await this.imports.applies(job.id);
    const completed = (atEnd: Work, inserted: number) =>
      this.imports.end(atEnd, job, 'completed', null, { inserted });
    if (job.ledger !== 'major')
      await this.unitOfWork.run(originOf(job), async (atEnd) =>
        completed(atEnd, await this.generalHazards.putStaged(atEnd, job)),
      );
    else if (job.mode === 'allOrNothing')
      await this.putMajor.together(originOf(job), job, session, completed);
    else {
      await this.putMajor.oneByOne(originOf(job), job, session);
      await this.end(job, 'completed', null);
    }
  }

  private async end(job: HazardImport, state: ImportState, problem: ImportProblem | null): Promise<void> {
    await this.unitOfWork.run(originOf(job), (work) => this.imports.end(work, job, state, problem));
  }
}

/** On whose behalf the import works. */
function originOf({ actor, correlationId, source }: HazardImport): Origin {
  return { actor, correlationId, source };
}

/** How an import ends by an error; undefined where it is to be tried again. */
function endOf(error: unknown): [ImportState, ImportProblem | null] | undefined {
  if (error instanceof Cancelled) return ['cancelled', null];
  if (error instanceof ObjectNotFound) return ['failed', { code: 'import.fileLost', params: {} }];
  if (!(error instanceof DomainError)) return undefined;
  const { code, params } = error;
  return [code === 'internal.unexpected' ? 'failed' : 'rejected', { code, params }];
}
