import type { ReferenceItem } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** This service's copies of reference data. */
@Injectable()
export class ReferenceStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps items that are newer than their copies, whatever the order of arrival. @returns how many were */
  async keep(items: readonly ReferenceItem[]): Promise<number> {
    const newest = new Map<string, ReferenceItem>();
    for (const item of items) {
      const key = `${item.kind}/${item.code}/${item.effectiveFrom}`;
      if ((newest.get(key)?.version ?? 0) < item.version) newest.set(key, item);
    }
    const kept = await this.dataSource.query<unknown[]>(
      `INSERT INTO reference_item AS copy (kind, code, effective_from, effective_to, version, body)
       SELECT kind, code, "effectiveFrom", "effectiveTo", version, body FROM jsonb_to_recordset($1::jsonb)
         AS item(kind text, code text, "effectiveFrom" date, "effectiveTo" date, version integer, body jsonb)
       ON CONFLICT (kind, code, effective_from) DO UPDATE
         SET effective_to = excluded.effective_to, version = excluded.version, body = excluded.body
         WHERE excluded.version > copy.version
       RETURNING 1`,
      [JSON.stringify([...newest.values()])],
    );
    return kept.length;
  }

  /** Tells one content of the table from another, cheaply: items and versions only ever rise. */
  async edition(): Promise<string> {
    const [row] = await this.dataSource.query<[{ edition: string }]>(
      `SELECT count(*) || '/' || coalesce(sum(version), 0) AS edition FROM reference_item`,
    );
    return row.edition;
  }

  all(): Promise<ReferenceItem[]> {
    return this.dataSource.query<ReferenceItem[]>(
      `SELECT kind, code, effective_from::text AS "effectiveFrom", effective_to::text AS "effectiveTo", version, body
       FROM reference_item`,
    );
  }
}
