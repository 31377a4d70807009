import type { ParkedMessage } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Origin, OutboxNudge, UnitOfWork } from '../../commands/index.ts';

const LISTED = 500;

/** A change of outbox rows, as SQL. */
interface Change {
  readonly set: string;
  /** Picks rows by what `$1` names. */
  readonly where: string;
  /** The column that the audit trail names. */
  readonly subject: 'key' | 'id';
  readonly named: readonly string[];
}

/** What operators may do with the outbox; each act is on the audit trail. */
@Injectable()
export class OutboxOperations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly nudge: OutboxNudge,
  ) {}

  /** Publishes the facts of these hazards again, with the same message ids. @returns how many */
  reEmit(origin: Origin, hazardNos: readonly string[]): Promise<number> {
    return this.change(origin, 'operations.reEmit', {
      set: 'sent_at = NULL',
      where: 'sent_at IS NOT NULL AND key = ANY($1)',
      subject: 'key',
      named: hazardNos,
    });
  }

  /** Gives parked messages to the relay again. @returns how many of them were parked here */
  requeue(origin: Origin, messageIds: readonly string[]): Promise<number> {
    return this.change(origin, 'operations.requeue', {
      set: 'parked_at = NULL, attempts = 0',
      where: 'parked_at IS NOT NULL AND id = ANY($1::uuid[])',
      subject: 'id',
      named: messageIds,
    });
  }

  /** Parked messages, the oldest first, 500 at most. */
  async parked(): Promise<ParkedMessage[]> {
    const rows = await this.dataSource.query<(Omit<ParkedMessage, 'parkedAt'> & { parkedAt: Date })[]>(
      `SELECT id, topic, key, type, attempts, parked_at AS "parkedAt", last_error AS "lastError"
       FROM outbox WHERE parked_at IS NOT NULL ORDER BY seq LIMIT ${LISTED}`,
    );
    return rows.map((row) => ({ ...row, parkedAt: row.parkedAt.toISOString() }));
  }

  /** The audit trail names what was changed here, not what was asked for: others own the rest. */
  private async change(origin: Origin, action: string, change: Change): Promise<number> {
    const changed = await this.unitOfWork.run(origin, async (work) => {
      const [rows] = await work.tx.query<[{ subject: string }[], number]>(
        `UPDATE outbox SET ${change.set} WHERE ${change.where} RETURNING ${change.subject} AS subject`,
        [[...change.named]],
      );
      for (const subject of new Set(rows.map((row) => row.subject))) work.record({ action, subject });
      return rows.length;
    });
    this.nudge.nudge();
    return changed;
  }
}
