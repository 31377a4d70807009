import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type ReferenceBody,
  type ReferenceItem,
  type ReferenceKind,
  referenceKeyOf,
} from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { compareAndSet } from '@bihuan/platform/persistence';
import { ReferenceMaster } from './reference-master.entity.ts';

const ITEM = `kind, code, effective_from::text AS "effectiveFrom", effective_to::text AS "effectiveTo", version, body`;

/** Reads and writes the master rows. */
@Injectable()
export class ReferenceMasters {
  constructor(private readonly dataSource: DataSource) {}

  /** Items of a kind in force on a day, by code. */
  async onDay<K extends ReferenceKind>(kind: K, day: string): Promise<ReferenceItem<K>[]> {
    return this.dataSource.query(
      `SELECT ${ITEM} FROM reference_master
       WHERE kind = $1 AND effective_from <= $2 AND (effective_to IS NULL OR effective_to >= $2) ORDER BY code`,
      [kind, day],
    );
  }

  /** Whether an item with this code was ever known. */
  async knows(kind: ReferenceKind, code: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM reference_master WHERE kind = $1 AND code = $2 LIMIT 1`,
      [kind, code],
    );
    return rows.length > 0;
  }

  /** The one item of a kind that has a single row a code, locked until the work commits. */
  async lock<K extends 'campaign' | 'calendarYear' | 'manifest'>(
    work: Work,
    kind: K,
    code: string,
  ): Promise<ReferenceItem<K> | null> {
    const rows: ReferenceItem<K>[] = await work.tx.query(
      `SELECT ${ITEM} FROM reference_master WHERE kind = $1 AND code = $2 FOR UPDATE`,
      [kind, code],
    );
    return rows[0] ?? null;
  }

  /** Lets one work at a time add items: the manifest counts them. */
  async lockForAdding(work: Work): Promise<void> {
    await work.tx.query(`LOCK TABLE reference_master IN SHARE ROW EXCLUSIVE MODE`);
  }

  /** Inserts those that are missing and leaves the others as they are. @returns the keys inserted */
  async insertMissing(work: Work, items: readonly ReferenceItem[]): Promise<ReadonlySet<string>> {
    const rows: { kind: string; code: string; effectiveFrom: string }[] = await work.tx.query(
      `INSERT INTO reference_master (kind, code, effective_from, effective_to, version, body, changed_at)
       SELECT kind, code, "effectiveFrom", "effectiveTo", version, body, $2
       FROM jsonb_to_recordset($1::jsonb)
         AS item (kind text, code text, "effectiveFrom" date, "effectiveTo" date, version integer, body jsonb)
       ON CONFLICT DO NOTHING
       RETURNING kind, code, effective_from::text AS "effectiveFrom"`,
      [JSON.stringify(items), work.now],
    );
    return new Set(rows.map(({ kind, code, effectiveFrom }) => referenceKeyOf(kind, code, effectiveFrom)));
  }

  /** @throws concurrency.stale where the row is no longer the one that was read. */
  async change<K extends ReferenceKind>(
    work: Work,
    seen: ReferenceItem<K>,
    body: ReferenceBody<K>,
  ): Promise<number> {
    const { kind, code, effectiveFrom, version } = seen;
    return compareAndSet(
      work.tx,
      ReferenceMaster,
      { kind, code, effectiveFrom, version },
      { body, changedAt: work.now },
    );
  }

  /** Items a complete copy holds beside the manifest itself. */
  async count(work: Work): Promise<number> {
    const rows: { items: number }[] = await work.tx.query(
      `SELECT count(*)::integer AS items FROM reference_master WHERE kind <> 'manifest'`,
    );
    return rows[0]?.items ?? 0;
  }
}
