import { Injectable } from '@nestjs/common';
import type { ListNotifications as ListNotificationsQuery, NotificationReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
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
  ) {}

  /** @throws request.cursorInvalid, reference.notReady */
  async execute(
    caller: Caller,
    query: ListNotificationsQuery,
  ): Promise<{ items: NotificationReply[]; next: string | null }> {
    const after = query.after === undefined ? undefined : decodeCursor(query.after, Position);
    const found = await this.notifications.find(
      audienceOf(caller),
      this.clock.now(),
      { ...query, after },
      query.limit + 1,
    );
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      items: await this.replies.ofAll(caller.language, page),
      next: last ? encodeCursor([last.deliverAt.toISOString(), last.id]) : null,
    };
  }
}
