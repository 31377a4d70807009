import type { OwnerApplied, OwnerPreview, ReprojectionCause, ReprojectionCounts } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { ReprojectedClock } from '@bihuan/contracts';
import type { Work } from '../../commands/index.ts';
import { BusinessClock } from '../../config/index.ts';
import { DomainError } from '../../errors/index.ts';
import { ReferenceBook } from '../../reference/index.ts';
import { moveHazards } from '../clock-table.ts';
import { changesOf } from '../clock-terms.ts';
import { aloneOf, groupsOf, type Selection, selectionOf } from './groups.ts';
import { changedClocks, summary, written } from './statement.ts';
import { type Policies, type Target, Targets } from './targets.ts';

type Summary = ReprojectionCounts & { readonly hash: string };
type Sample = z.infer<typeof ReprojectedClock>;

const SAMPLE = 50;
/** All clocks of an owner at once take longer than another command may, and yet less than the gateway waits. */
const APPLY_LIMIT_MS = 25_000;

/**
 * Computes the dates of open clocks again, by the calendar as it is stored now or by another version of a policy: first
 * as a preview, then as exactly what was previewed. All clocks of an owner in one statement.
 */
@Injectable()
export class Reprojections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError `reference.notReady`, `campaign.unknown`, `policy.versionUnknown` */
  async preview(cause: ReprojectionCause): Promise<OwnerPreview> {
    const now = this.clock.now();
    const tx = this.dataSource.manager;
    const selection = selectionOf(cause);
    const targets = await this.targets(tx, cause, selection, now);
    const [row] = await tx.query<[Summary & { sample: Sample[] | null }]>(
      `WITH ${changedClocks(selection)} SELECT ${summary}, (SELECT jsonb_agg(s) FROM (
         SELECT id AS "clockId", kind, hazard_no AS "hazardNo", ${instant('due')} AS "dueBefore",
           ${instant('new_due')} AS "dueAfter"
         FROM changed ORDER BY new_due, id LIMIT ${SAMPLE}) s) AS sample FROM changed`,
      [...selection.parameters, JSON.stringify(targets), now],
    );
    const { hash, sample, ...counts } = row;
    return { hash, counts, sample: sample ?? [] };
  }

  /**
   * Applies exactly what was previewed. Where a policy is to hold for clocks of every kind, the hazards go by it from
   * then on, those too that have no open clock here.
   *
   * @throws DomainError `reprojection.changed` where any clock would move otherwise than the hash says; and as `preview`
   */
  async apply(
    work: Work,
    hash: string,
    { cause, reason }: { readonly cause: ReprojectionCause; readonly reason: string },
  ): Promise<OwnerApplied> {
    const selection = selectionOf(cause);
    const targets = await this.targets(work.tx, cause, selection, work.now);
    const { person, orgCode } = work.actor;
    await work.tx.query(`SET LOCAL statement_timeout = ${APPLY_LIMIT_MS}`);
    const [row] = await work.tx.query<[Summary & { written: number }]>(
      `WITH ${changedClocks(selection)}, ${written}
       SELECT ${summary}, (SELECT count(*)::integer FROM written) AS written FROM changed`,
      [
        ...selection.parameters,
        ...[JSON.stringify(targets), work.now],
        ...[this.reference.calendar().version, reason, hash, person, orgCode],
      ],
    );
    const { hash: found, written: moved, ...counts } = row;
    if (found !== hash || moved !== counts.earlier + counts.later + counts.sameDue)
      throw new DomainError('reprojection.changed');
    if (cause.kind === 'policy' && !cause.kinds)
      await moveHazards(work.tx, cause.campaignCode, cause.toVersion);
    work.record({ action: 'clocks.reprojected', subject: hash, after: { cause, reason, counts } });
    return { hash, counts, toTell: moved };
  }

  /** How many clocks that were moved are still to be told of. */
  async toTell(): Promise<number> {
    const [row] = await this.dataSource.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM clock WHERE to_tell IS NOT NULL`,
    );
    return row.count;
  }

  private async targets(
    tx: EntityManager,
    cause: ReprojectionCause,
    selection: Selection,
    now: Date,
  ): Promise<Target[]> {
    const targets = new Targets(cause, this.policies(now), this.reference.calendar(), now);
    const groups = await groupsOf(tx, selection);
    const alone = await aloneOf(tx, selection);
    const changes = await changesOf(
      tx,
      alone.map(({ id }) => id),
    );
    const byClock = Map.groupBy(changes, ({ clockId }) => clockId);
    return [
      ...groups.map((group) => targets.ofGroup(group)),
      ...alone.map((row) => targets.ofClock(row, byClock.get(row.id) ?? [])),
    ];
  }

  private policies(now: Date): Policies {
    return { of: (campaign, version) => this.reference.requirePolicyVersion(campaign, version, now) };
  }
}

/** As the contracts write an instant: JSON of the database would have another form. */
const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
