import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { Audience } from '../domain/audience.ts';
import { escalationKinds } from '../domain/escalations.ts';
import type { Unacknowledged } from '../domain/message.ts';
import { Notification } from './notification.entity.ts';

/** A message as it is written. */
export type NewNotification = Pick<Notification, keyof Notification>;

/** Which messages are asked for. */
export interface NotificationFilter {
  readonly unread?: boolean | undefined;
  readonly hazardNo?: string | undefined;
  readonly kind?: string | undefined;
  /** The last message of the page before: when it was delivered, and its id. */
  readonly after?: readonly [deliverAt: string, id: string] | undefined;
}

/** The messages. */
@Injectable()
export class Notifications {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes messages; an office that was told of the event before is not told again. @returns those written */
  async insert(work: Work, notifications: readonly NewNotification[]): Promise<NewNotification[]> {
    if (notifications.length === 0) return [];
    const result = await work.tx
      .createQueryBuilder()
      .insert()
      .into(Notification)
      .values([...notifications])
      .orIgnore()
      .returning('id')
      .execute();
    const written = new Set((result.raw as { id: string }[]).map(({ id }) => id));
    return notifications.filter(({ id }) => written.has(id));
  }

  /** Messages by their ids, in no order. */
  findAll(ids: readonly string[]): Promise<Notification[]> {
    return this.dataSource.manager.findBy(Notification, { id: In([...ids]) });
  }

  /** Offices, and persons told by name, that could read of the clock and have not acknowledged it; each once. */
  unacknowledged(work: Work, clockId: string): Promise<Unacknowledged[]> {
    return work.tx.query<Unacknowledged[]>(
      `SELECT DISTINCT org_code AS "orgCode", role, person FROM notification
       WHERE clock_id = $1 AND kind = ANY($2) AND acknowledged_at IS NULL AND withheld IS NULL AND deliver_at <= $3
       ORDER BY 1, 2, 3`,
      [clockId, escalationKinds, work.now],
    );
  }

  /** Messages that the audience may read by now (business time), newest first. */
  find(audience: Audience, now: Date, filter: NotificationFilter, limit: number): Promise<Notification[]> {
    const rows = this.delivered(this.dataSource.manager, audience, now);
    for (const name of ['hazardNo', 'kind'] as const) {
      if (filter[name] !== undefined)
        rows.andWhere(`notification.${name} = :${name}`, { [name]: filter[name] });
    }
    if (filter.unread !== undefined)
      rows.andWhere(`notification.acknowledgedAt IS ${filter.unread ? '' : 'NOT'} NULL`);
    if (filter.after) {
      const [at, id] = filter.after;
      rows.andWhere('(notification.deliver_at, notification.id) < (:at, :afterId)', { at, afterId: id });
    }
    return rows
      .orderBy('notification.deliverAt', 'DESC')
      .addOrderBy('notification.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** The message, held until the transaction ends: of two acknowledgements at once the second finds the first. */
  lockDelivered(work: Work, audience: Audience, id: string): Promise<Notification | null> {
    return this.delivered(work.tx, audience, work.now)
      .andWhere('notification.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  async setAcknowledged(work: Work, id: string, person: string): Promise<void> {
    await work.tx.update(Notification, { id }, { acknowledgedAt: work.now, acknowledgedBy: person });
  }

  private delivered(tx: EntityManager, audience: Audience, now: Date): SelectQueryBuilder<Notification> {
    return tx
      .getRepository(Notification)
      .createQueryBuilder('notification')
      .where(
        `(notification.org_code, notification.role) IN
           (SELECT * FROM unnest(CAST(:orgCodes AS text[]), CAST(:roles AS text[])))`,
        { orgCodes: audience.orgCodes, roles: audience.roles },
      )
      .andWhere('(notification.person IS NULL OR notification.person = :person)', { person: audience.person })
      .andWhere('notification.deliver_at <= :now', { now });
  }
}
