import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Origin, OutboxNudge, UnitOfWork } from '../../commands/index.ts';

export interface ParkedMessage {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly attempts: number;
  readonly parkedAt: string;
  readonly lastError: string;
}

const LISTED = 500;

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
    return this.change(
      origin,
      'operations.reEmit',
      hazardNos,
      'sent_at = NULL',
      'sent_at IS NOT NULL AND key = ANY($1)',
    );
  }

  /** Gives parked messages to the relay again. @returns how many of them were parked */
  requeue(origin: Origin, messageIds: readonly string[]): Promise<number> {
    const which = 'parked_at IS NOT NULL AND id = ANY($1::uuid[])';
    return this.change(origin, 'operations.requeue', messageIds, 'parked_at = NULL, attempts = 0', which);
  }

  /** Parked messages, the oldest first, 500 at most. */
  async parked(): Promise<ParkedMessage[]> {
    const rows = await this.dataSource.query<(Omit<ParkedMessage, 'parkedAt'> & { parkedAt: Date })[]>(
      `SELECT id, topic, key, type, attempts, parked_at AS "parkedAt", last_error AS "lastError"
       FROM outbox WHERE parked_at IS NOT NULL ORDER BY seq LIMIT ${LISTED}`,
    );
    return rows.map((row) => ({ ...row, parkedAt: row.parkedAt.toISOString() }));
  }

  private async change(
    origin: Origin,
    action: string,
    subjects: readonly string[],
    set: string,
    which: string,
  ): Promise<number> {
    const changed = await this.unitOfWork.run(origin, async (work) => {
      const [, count] = await work.tx.query<[unknown[], number]>(`UPDATE outbox SET ${set} WHERE ${which}`, [
        [...subjects],
      ]);
      for (const subject of subjects) work.record({ action, subject });
      return count;
    });
    this.nudge.nudge();
    return changed;
  }
}
