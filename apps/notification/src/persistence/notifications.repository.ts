import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Audience } from '../domain/audience.ts';
import { Notification } from './notification.entity.ts';

/** A message as it is written. */
export type NewNotification = Pick<Notification, keyof Notification>;

/** The messages. */
@Injectable()
export class Notifications {
  /** Writes messages; an office that was told of the event before is not told again. */
  async insert(work: Work, notifications: readonly NewNotification[]): Promise<void> {
    if (notifications.length === 0) return;
    await work.tx.createQueryBuilder().insert().into(Notification).values([...notifications]).orIgnore().execute();
  }

  /** Messages that the audience may read by now (business time); the caller adds filters, order and limit. */
  delivered(tx: EntityManager, audience: Audience, now: Date): SelectQueryBuilder<Notification> {
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
}
