import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DatabaseConfig } from '@bihuan/platform/config';
import { ReferenceBook } from '@bihuan/platform/reference';
import { ObjectStore } from '@bihuan/platform/storage';
import { Imports } from '../../persistence/import/imports.repository.ts';
import { StagingSession } from '../../persistence/import/staging-session.ts';
import { BringLedger } from './bring-ledger.ts';
import { fileOf } from './read-ledger.ts';

const POLL_MS = 1_000;
const AWAY_MS = 2_000;

interface Waiting {
  readonly id: string;
  readonly cancel_asked: boolean;
}

/** Works through the imports of the service, the oldest first, one at a time; of several processes one imports. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(ImportRunner.name);
  readonly #stopping = new AbortController();
  #nudge = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly database: DatabaseConfig,
    private readonly imports: Imports,
    private readonly reference: ReferenceBook,
    private readonly store: ObjectStore,
    private readonly bringLedger: BringLedger,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.run();
  }

  /** Leaves an import where it is; it is taken up again at the next start. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Something has come to be imported. */
  nudge(): void {
    this.#nudge.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const session = await StagingSession.lead(this.database.url).catch((error: unknown) => {
        this.#log.warn(`Imports wait for the database: ${String(error)}`);
      });
      if (session) await this.lead(session);
      await pause(AWAY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async lead(session: StagingSession): Promise<void> {
    try {
      while (!this.#stopping.signal.aborted) if (!(await this.step(session))) await this.rest();
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#log.warn({ err: error, msg: 'an import begins again' });
    } finally {
      await session.close().catch((error: unknown) => {
        this.#log.warn(`The session of imports did not close: ${String(error)}`);
      });
    }
  }

  /** @returns whether there was something to do */
  private async step(session: StagingSession): Promise<boolean> {
    await this.removeFiles();
    const [next] = await session.query<Waiting>(
      `SELECT id, cancel_asked FROM hazard_import WHERE ended_at IS NULL ORDER BY received_at, id LIMIT 1`,
    );
    if (!next) return false;
    if (!this.reference.ready() && !next.cancel_asked) {
      await this.imports.waits(next.id);
      return false;
    }
    await this.bringLedger.execute(next.id, session, this.#stopping.signal);
    return true;
  }

  /** Files are needed no longer once their import has ended. */
  private async removeFiles(): Promise<void> {
    for (const id of await this.imports.withFilesLeft())
      await this.removeFile(id).catch((error: unknown) => {
        this.#log.warn(`The file of import ${id} is still there: ${String(error)}`);
      });
  }

  private async removeFile(id: string): Promise<void> {
    await this.store.remove(fileOf(id));
    await this.imports.fileRemoved(id);
  }

  private async rest(): Promise<void> {
    const signal = AbortSignal.any([this.#stopping.signal, this.#nudge.signal]);
    await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    this.#nudge = new AbortController();
  }
}
