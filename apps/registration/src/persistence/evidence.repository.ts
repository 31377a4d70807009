import { Injectable } from '@nestjs/common';
import type { EvidencePurpose, HazardState, Scope } from '@bihuan/contracts';
import { scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Evidence } from './evidence.entity.ts';
import { Hazard } from './hazard.entity.ts';
import { HazardStatus } from './hazard-status.entity.ts';
import { hazardScopeColumns } from './hazards.repository.ts';

/** What a hazard has so far, with its state. */
export interface EvidenceStock {
  readonly state: HazardState;
  readonly pieces: number;
  readonly bytes: number;
  /** The piece with the content asked for; null where there is none. */
  readonly same: string | null;
}

export interface EvidenceFilter {
  readonly hazardNo: string;
  readonly purpose?: EvidencePurpose | undefined;
  /** The last piece of the page before: when it was added, and its id. */
  readonly after?: readonly [at: string, id: string] | undefined;
}

/** Records of photos and documents. */
@Injectable()
export class EvidenceRows {
  constructor(private readonly dataSource: DataSource) {}

  async insert(work: Work, piece: Evidence): Promise<void> {
    await work.tx.insert(Evidence, piece);
  }

  /** One piece if the scope may see its hazard. */
  find(scope: Scope, hazardNo: string, id: string): Promise<Evidence | null> {
    return this.visible(scope, hazardNo).andWhere('piece.id = :id', { id }).getOne();
  }

  /** At most `limit` pieces after the filter's position, oldest first. */
  page(scope: Scope, { hazardNo, purpose, after }: EvidenceFilter, limit: number): Promise<Evidence[]> {
    const rows = this.visible(scope, hazardNo);
    if (purpose) rows.andWhere('piece.purpose = :purpose', { purpose });
    if (after) rows.andWhere('(piece.added_at, piece.id) > (:at, :id)', { at: after[0], id: after[1] });
    return rows.orderBy('piece.addedAt').addOrderBy('piece.id').limit(limit).getMany();
  }

  /** What the hazard has, read without a lock; null where there is no such hazard. */
  stock(hazardNo: string, sha256: string): Promise<EvidenceStock> {
    return stockOf(this.dataSource.manager, hazardNo, sha256);
  }

  /** What the hazard has; whoever else adds to it waits until this work ends. */
  async lockedStock({ tx }: Work, hazardNo: string, sha256: string): Promise<EvidenceStock> {
    // Its own statement: the next must see what an earlier holder of the lock committed.
    await tx.query(`SELECT FROM hazard WHERE hazard_no = $1 FOR NO KEY UPDATE`, [hazardNo]);
    return stockOf(tx, hazardNo, sha256);
  }

  private visible(scope: Scope, hazardNo: string): SelectQueryBuilder<Evidence> {
    const { sql, params } = scopeWhere(scope, hazardScopeColumns);
    return this.dataSource
      .getRepository(Evidence)
      .createQueryBuilder('piece')
      .innerJoin(Hazard, 'hazard', 'hazard.hazard_no = piece.hazard_no')
      .leftJoin(HazardStatus, 'status', 'status.hazard_no = piece.hazard_no')
      .where('piece.hazardNo = :hazardNo', { hazardNo })
      .andWhere(sql, params);
  }
}

async function stockOf(tx: EntityManager, hazardNo: string, sha256: string): Promise<EvidenceStock> {
  const rows: { state: HazardState; pieces: number; bytes: string; same: string | null }[] = await tx.query(
    `SELECT coalesce((SELECT state FROM hazard_status WHERE hazard_no = $1), 'registered') AS state,
       count(*)::int AS pieces, coalesce(sum(bytes), 0) AS bytes,
       (SELECT id FROM evidence WHERE hazard_no = $1 AND sha256 = $2) AS same
     FROM evidence WHERE hazard_no = $1`,
    [hazardNo, sha256],
  );
  const [row] = rows;
  if (!row) throw new Error(`no figures of ${hazardNo}`);
  return { ...row, bytes: Number(row.bytes) };
}
