import { Injectable } from '@nestjs/common';
import type { NotificationReply } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import type { Language } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { EntityManager } from 'typeorm';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import type { Notification } from '../persistence/notification.entity.ts';
import { aboutIn } from './about.ts';
import type { Message } from './message.ts';
import { render } from './texts/render.ts';

/** Messages as they are read: in the reader's language. */
@Injectable()
export class NotificationReplies {
  constructor(
    private readonly briefs: HazardBriefs,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
  ) {}

  async of(tx: EntityManager, language: Language, notification: Notification): Promise<NotificationReply> {
    const [reply] = await this.ofAll(tx, language, [notification]);
    if (!reply) throw new Error(`no reply for message ${notification.id}`);
    return reply;
  }

  /** @throws DomainError `reference.notReady` */
  async ofAll(
    tx: EntityManager,
    language: Language,
    notifications: readonly Notification[],
  ): Promise<NotificationReply[]> {
    const hazardNos = notifications.map(({ hazardNo }) => hazardNo);
    const briefs = await this.briefs.findAll(tx, hazardNos);
    const today = toLocalDate(this.clock.now());
    return notifications.map((notification) => {
      const brief = briefs.get(notification.hazardNo);
      if (!brief) throw new Error(`message ${notification.id} without the brief of its hazard`);
      const about = aboutIn(language, brief, this.reference, today);
      return {
        id: notification.id,
        hazardNo: notification.hazardNo,
        kind: notification.kind,
        orgCode: notification.orgCode,
        role: notification.role,
        ...render(language, messageIn(notification), about),
        sentAt: notification.sentAt.toISOString(),
        acknowledgedAt: notification.acknowledgedAt?.toISOString() ?? null,
        acknowledgedBy: notification.acknowledgedBy,
      };
    });
  }
}

/** Kind and parameters were written together, from one message. */
function messageIn({ kind, params }: Notification): Message {
  return { kind, params } as Message;
}
