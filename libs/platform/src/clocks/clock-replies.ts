import type { ClockReply } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BusinessClock } from '../config/index.ts';
import type { Language } from '../errors/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { clockColumns } from './clock-record.ts';
import { type PastRung, replyOf } from './clock-reply.ts';
import { ClockSettings } from './clock-settings.ts';
import { changesOf } from './clock-terms.ts';

/** Writes clocks out with everything that belongs to them. */
@Injectable()
export class ClockReplies {
  constructor(
    private readonly settings: ClockSettings,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
  ) {}

  /** The clocks of a hazard, in the order in which they were started. */
  async ofHazard(tx: EntityManager, hazardNo: string, language: Language): Promise<ClockReply[]> {
    const rows = await tx.query<ClockRow[]>(
      `SELECT ${clockColumns} FROM clock WHERE hazard_no = $1 ORDER BY started_at, id`,
      [hazardNo],
    );
    return this.of(tx, rows, language);
  }

  /** @throws DomainError `reference.notReady`, `campaign.unknown` */
  async of(tx: EntityManager, rows: readonly ClockRow[], language: Language): Promise<ClockReply[]> {
    const ids = rows.map(({ id }) => id);
    const changes = await changesOf(tx, ids);
    const past = await tx.query<PastRung[]>(
      `SELECT clock_id AS "clockId", rung, taken, decided_at AS at FROM clock_rung
       WHERE clock_id = ANY($1) ORDER BY ladder, decided_at, rung`,
      [ids],
    );
    const calendar = this.reference.calendar();
    return rows.map((row) => {
      const stored = {
        row,
        changes: changes.filter(({ clockId }) => clockId === row.id),
        past: past.filter(({ clockId }) => clockId === row.id),
        policy: this.reference.requirePolicyVersion(row.campaignCode, row.policyVersion, this.clock.now()),
      };
      return replyOf(stored, this.settings.owner, language, calendar);
    });
  }
}
