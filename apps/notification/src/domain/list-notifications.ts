import { Injectable } from '@nestjs/common';
import type { ListNotifications as ListNotificationsQuery, NotificationReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Notifications } from '../persistence/notifications.repository.ts';
import { audienceOf } from './audience.ts';
import { NotificationReplies } from './notification-replies.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The messages that have been delivered to the caller's offices, newest first. */
@Injectable()
export class ListNotifications {
  constructor(
    private readonly notifications: Notifications,
    private readonly replies: NotificationReplies,
    private readonly clock: BusinessClock,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws request.cursorInvalid, reference.notReady */
  async execute(
    caller: Caller,
    query: ListNotificationsQuery,
  ): Promise<{ items: NotificationReply[]; next: string | null }> {
    const { manager } = this.dataSource;
    const rows = this.notifications.delivered(manager, audienceOf(caller), this.clock.now());
    for (const name of ['hazardNo', 'kind'] as const) {
      if (query[name] !== undefined)
        rows.andWhere(`notification.${name} = :${name}`, { [name]: query[name] });
    }
    if (query.unread !== undefined)
      rows.andWhere(`notification.acknowledgedAt IS ${query.unread ? '' : 'NOT'} NULL`);
    if (query.after !== undefined) {
      const [at, id] = decodeCursor(query.after, Position);
      rows.andWhere('(notification.deliver_at, notification.id) < (:at, :afterId)', { at, afterId: id });
    }
    const found = await rows
      .orderBy('notification.deliverAt', 'DESC')
      .addOrderBy('notification.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      items: await this.replies.ofAll(manager, caller.language, page),
      next: last ? encodeCursor([last.deliverAt.toISOString(), last.id]) : null,
    };
  }
}
