import { Injectable } from '@nestjs/common';
import type { Channel, DeliveryState } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { escalationKinds } from '../domain/escalations.ts';
import { Delivery } from './delivery.entity.ts';

export type NewDelivery = Pick<Delivery, 'id' | 'notificationId' | 'channel' | 'target' | 'deliverAt'>;

/** A delivery that this process tries now. */
export interface LeasedDelivery extends Pick<Delivery, 'id' | 'notificationId' | 'channel' | 'target'> {
  /** This one included. */
  readonly attempts: number;
  readonly triedForMs: number;
}

/** A delivery with what it delivers, as it is listed. */
export interface ListedDelivery extends Omit<Delivery, 'firstAttemptAt'> {
  readonly kind: string;
  readonly hazardNo: string | null;
}

export interface DeliveryFilter {
  readonly channel?: Channel | undefined;
  readonly target?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly id?: string | undefined;
  /** The last one of the page before. */
  readonly after?: string | undefined;
}

/** How long an attempt may take before another sender takes it over: longer than any time-out of the channels. */
const LEASE_SECONDS = 120;

const again = `state = 'waiting', attempts = 0, first_attempt_at = NULL, next_attempt_at = clock_timestamp()`;

/** The ledger of what goes outside. Due times are system time, notice hours business time. */
@Injectable()
export class Deliveries {
  constructor(private readonly dataSource: DataSource) {}

  async insert(work: Work, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await work.tx.query(
      `INSERT INTO delivery (id, notification_id, channel, target, deliver_at, state, attempts, next_attempt_at)
       SELECT id, "notificationId", channel, target, "deliverAt", 'waiting', 0, clock_timestamp()
       FROM json_to_recordset($1) AS new(id uuid, "notificationId" uuid, channel text, target text, "deliverAt" timestamptz)`,
      [JSON.stringify(deliveries)],
    );
  }

  /** Takes what is due of a channel, each for this process alone while the lease lasts. @param now business time */
  async lease(channel: Channel, now: Date, limit: number): Promise<LeasedDelivery[]> {
    const [rows] = await this.dataSource.query<[LeasedDelivery[], number]>(
      `UPDATE delivery SET attempts = attempts + 1,
         first_attempt_at = coalesce(first_attempt_at, clock_timestamp()),
         next_attempt_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
       WHERE id IN (SELECT id FROM delivery
         WHERE state = 'waiting' AND channel = $1 AND next_attempt_at <= clock_timestamp() AND deliver_at <= $2
         ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, notification_id AS "notificationId", channel, target, attempts,
         (extract(epoch FROM clock_timestamp() - first_attempt_at) * 1000)::float8 AS "triedForMs"`,
      [channel, now, limit],
    );
    return rows;
  }

  /**
   * Sent is sent, even where it was taken back meanwhile: then whoever took it is told of the revocation as well.
   *
   * @param at business time
   */
  async setSent(id: string, at: Date): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const before = await tx.findOne(Delivery, { where: { id }, lock: { mode: 'pessimistic_write' } });
      await tx.update(Delivery, { id }, { state: 'sent', sentAt: at, lastError: null });
      if (before?.state !== 'withheld') return;
      await tx.query(
        `INSERT INTO delivery (id, notification_id, channel, target, deliver_at, state, attempts, next_attempt_at)
         SELECT $2, revoked.id, $3, $4, revoked.deliver_at, 'waiting', 0, clock_timestamp()
         FROM notification AS told JOIN notification AS revoked ON revoked.hazard_no = told.hazard_no
           AND revoked.org_code = told.org_code AND revoked.role = told.role
           AND revoked.person IS NOT DISTINCT FROM told.person
         WHERE told.id = $1 AND told.kind = ANY($5) AND revoked.kind = 'escalation.revoked'
         ON CONFLICT DO NOTHING`,
        [before.notificationId, uuid(), before.channel, before.target, escalationKinds],
      );
    });
  }

  async setPause(id: string, error: string, milliseconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE delivery SET last_error = $2, next_attempt_at = clock_timestamp() + make_interval(secs => $3)
       WHERE id = $1 AND state = 'waiting'`,
      [id, error, milliseconds / 1000],
    );
  }

  async setFailed(id: string, error: string): Promise<void> {
    await this.dataSource.manager.update(
      Delivery,
      { id, state: 'waiting' },
      { state: 'failed', lastError: error },
    );
  }

  /** How often the one that was tried most of those that wait for a target was tried. */
  async mostAttempts(target: string): Promise<number> {
    const [row] = await this.dataSource.query<{ most: number }[]>(
      `SELECT coalesce(max(attempts), 0) AS most FROM delivery WHERE target = $1 AND state = 'waiting'`,
      [target],
    );
    return row?.most ?? 0;
  }

  /** Has everything else that is due for a target wait as well, as if it had been tried. @param now business time */
  async pauseTarget(target: string, now: Date, milliseconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE delivery SET first_attempt_at = coalesce(first_attempt_at, clock_timestamp()),
         next_attempt_at = greatest(next_attempt_at, clock_timestamp() + make_interval(secs => $3))
       WHERE target = $1 AND state = 'waiting' AND deliver_at <= $2`,
      [target, now, milliseconds / 1000],
    );
  }

  /** Gives everything up that has waited for a target for so long. */
  async giveTargetUp(target: string, error: string, waitedMs: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE delivery SET state = 'failed', last_error = $2 WHERE target = $1 AND state = 'waiting'
         AND first_attempt_at <= clock_timestamp() - make_interval(secs => $3)`,
      [target, error, waitedMs / 1000],
    );
  }

  /** Takes everything back that has not gone out to a target. */
  async withholdTarget(work: Work, target: string, why: string): Promise<void> {
    await work.tx.update(Delivery, { target, state: 'waiting' }, { state: 'withheld', lastError: why });
  }

  /** The newest first. @param work to read in its transaction; left out: outside of any */
  find(filter: DeliveryFilter, limit: number, work?: Work): Promise<ListedDelivery[]> {
    const rows = (work?.tx ?? this.dataSource.manager)
      .createQueryBuilder(Delivery, 'delivery')
      .innerJoin('notification', 'told', 'told.id = delivery.notificationId')
      .select([
        'delivery.id AS id',
        'delivery.notification_id AS "notificationId"',
        'delivery.channel AS channel',
        'delivery.target AS target',
        'delivery.state AS state',
        'delivery.deliver_at AS "deliverAt"',
        'delivery.attempts AS attempts',
        'delivery.next_attempt_at AS "nextAttemptAt"',
        'delivery.last_error AS "lastError"',
        'delivery.sent_at AS "sentAt"',
        'told.kind AS kind',
        'told.hazard_no AS "hazardNo"',
      ])
      .orderBy('delivery.id', 'DESC')
      .limit(limit);
    for (const name of ['channel', 'target', 'state', 'id'] as const)
      if (filter[name] !== undefined) rows.andWhere(`delivery.${name} = :${name}`, { [name]: filter[name] });
    if (filter.after !== undefined) rows.andWhere('delivery.id < :after', { after: filter.after });
    return rows.getRawMany<ListedDelivery>();
  }

  /** Gives ended deliveries to the sender again. @returns the ids of those that were in one of the states */
  async sendAgain(work: Work, ids: readonly string[], states: readonly DeliveryState[]): Promise<string[]> {
    const [rows] = await work.tx.query<[{ id: string }[], number]>(
      `UPDATE delivery SET ${again} WHERE id = ANY($1::uuid[]) AND state = ANY($2) RETURNING id`,
      [ids, states],
    );
    return rows.map(({ id }) => id);
  }
}
