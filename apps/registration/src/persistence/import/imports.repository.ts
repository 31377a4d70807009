import { Injectable } from '@nestjs/common';
import type { ImportState, Scope } from '@bihuan/contracts';
import { scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { HazardImport, type ImportHeadings, type ImportProblem } from './hazard-import.entity.ts';

/** How far an import has come. */
export type ImportTally = Pick<HazardImport, 'bytesRead' | 'rowsRead' | 'good' | 'bad' | 'duplicate'>;

export interface ImportFilter {
  readonly state?: ImportState | undefined;
  /** The last import of the page before: when it was received, and its id. */
  readonly after?: readonly [receivedAt: string, id: string] | undefined;
}

/** Imports of ledgers. */
@Injectable()
export class Imports {
  constructor(private readonly dataSource: DataSource) {}

  async insert(work: Work, row: HazardImport): Promise<void> {
    await work.tx.insert(HazardImport, row);
  }

  /** One import if the scope may see it: those of its organisations. */
  find(scope: Scope, id: string): Promise<HazardImport | null> {
    return this.visible(scope).andWhere('import.id = :id', { id }).getOne();
  }

  /** Imports the scope may see, newest first. */
  page(scope: Scope, { state, after }: ImportFilter, limit: number): Promise<HazardImport[]> {
    const rows = this.visible(scope);
    if (state !== undefined) rows.andWhere('import.state = :state', { state });
    if (after)
      rows.andWhere('(import.received_at, import.id) < (:at, :afterId)', { at: after[0], afterId: after[1] });
    return rows.orderBy('import.receivedAt', 'DESC').addOrderBy('import.id', 'DESC').limit(limit).getMany();
  }

  get(id: string): Promise<HazardImport> {
    return this.dataSource.manager.findOneByOrFail(HazardImport, { id });
  }

  /** The import for a change, locked. */
  lock(work: Work, id: string): Promise<HazardImport> {
    return work.tx.findOneOrFail(HazardImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(work: Work, id: string, changes: Partial<HazardImport>): Promise<void> {
    await work.tx.update(HazardImport, { id }, changes);
  }

  async waits(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE hazard_import SET state = 'waiting' WHERE id = $1 AND state <> 'waiting'`,
      [id],
    );
  }

  /** Takes an import up, for the first time or again. @param now business time @returns its row; null where it has ended */
  async begin(id: string, now: Date): Promise<HazardImport | null> {
    const [, taken] = await this.dataSource.query<[unknown, number]>(
      `UPDATE hazard_import SET state = 'reading', attempts = attempts + 1, started_at = coalesce(started_at, $2)
       WHERE id = $1 AND ended_at IS NULL`,
      [id, now],
    );
    return taken === 0 ? null : this.get(id);
  }

  /** Takes a beginning back that came to nothing through no fault of the file. */
  async neverBegan({ id, attempts }: HazardImport): Promise<void> {
    await this.dataSource.query(
      `UPDATE hazard_import SET attempts = attempts - 1 WHERE id = $1 AND attempts = $2 AND ended_at IS NULL`,
      [id, attempts],
    );
  }

  /**
   * The import for a change, locked, for the process that took it up with this row.
   *
   * @throws Error where another has taken it up since: a process that was cut off from the database goes on for a while
   */
  async lockMine(work: Work, { id, attempts }: HazardImport): Promise<HazardImport> {
    const row = await this.lock(work, id);
    if (row.endedAt !== null || row.attempts !== attempts)
      throw new Error(`Import ${id} was taken up by another process`);
    return row;
  }

  async foundHeadings(id: string, headings: ImportHeadings): Promise<void> {
    await this.dataSource.manager.update(HazardImport, { id }, { headings });
  }

  async applies(id: string): Promise<void> {
    await this.dataSource.manager.update(HazardImport, { id }, { state: 'applying' });
  }

  /** Notes how far an import has come. @returns whether somebody asked to cancel it */
  async progress(id: string, tally: ImportTally): Promise<boolean> {
    const { bytesRead, rowsRead, good, bad, duplicate } = tally;
    const [rows] = await this.dataSource.query<[{ cancel_asked: boolean }[], number]>(
      `UPDATE hazard_import SET bytes_read = $2, rows_read = $3, good = $4, bad = $5, duplicate = $6
       WHERE id = $1 RETURNING cancel_asked`,
      [id, bytesRead, rowsRead, good, bad, duplicate],
    );
    return rows[0]?.cancel_asked ?? false;
  }

  /** Ended imports whose files are still there. */
  async withFilesLeft(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM hazard_import WHERE file_kept AND ended_at IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }

  async fileRemoved(id: string): Promise<void> {
    await this.dataSource.manager.update(HazardImport, { id }, { fileKept: false });
  }

  /** Ends an import, for the audit trail as well. @throws what `lockMine` throws */
  async end(
    work: Work,
    job: HazardImport,
    state: ImportState,
    problem: ImportProblem | null = null,
    changes: Partial<HazardImport> = {},
  ): Promise<void> {
    const { id, ...row } = await this.lockMine(work, job);
    await this.update(work, id, { ...changes, state, problem, endedAt: work.now });
    const { rowsRead, good, bad, duplicate, inserted } = { ...row, ...changes };
    work.record({
      action: `import.${state}`,
      subject: id,
      before: null,
      after: { problem, rowsRead, good, bad, duplicate, inserted },
    });
  }

  private visible(scope: Scope): SelectQueryBuilder<HazardImport> {
    const { sql, params } = scopeWhere(scope, { org: 'import.org_code' });
    return this.dataSource.getRepository(HazardImport).createQueryBuilder('import').where(sql, params);
  }
}
