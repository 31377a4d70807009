import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';

/** Which versions of the seed were loaded. */
@Injectable()
export class SeedRuns {
  async holds(work: Work, version: number): Promise<boolean> {
    const rows: unknown[] = await work.tx.query(`SELECT 1 FROM seed_run WHERE version >= $1 LIMIT 1`, [
      version,
    ]);
    return rows.length > 0;
  }

  async note(work: Work, version: number, items: number): Promise<void> {
    await work.tx.query(`INSERT INTO seed_run (version, items, loaded_at) VALUES ($1, $2, $3)`, [
      version,
      items,
      work.now,
    ]);
  }
}
