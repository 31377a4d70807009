import { Injectable } from '@nestjs/common';
import type { NotificationReply } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import type { Language } from '@bihuan/platform/errors';
import type { Notification, Withheld } from '../persistence/notification.entity.ts';
import { needsAcknowledgement } from './escalations.ts';
import { Links } from './links.ts';
import { WrittenMessages } from './written-messages.ts';

const withheldTexts: Readonly<Record<Withheld, Readonly<Record<Language, string>>>> = {
  hazardWithdrawn: {
    'zh-CN': '该隐患登记有误已撤销，本消息未予发送',
    en: 'The hazard was withdrawn before this message was delivered',
  },
};

/** Messages as they are read: in the reader's language. */
@Injectable()
export class NotificationReplies {
  constructor(
    private readonly messages: WrittenMessages,
    private readonly links: Links,
  ) {}

  /** The message as the work at hand leaves it. */
  async of(work: Work, language: Language, notification: Notification): Promise<NotificationReply> {
    const [reply] = await this.ofAll(language, [notification], work);
    if (!reply) throw new Error(`no reply for message ${notification.id}`);
    return reply;
  }

  /** @throws DomainError `reference.notReady` */
  async ofAll(
    language: Language,
    notifications: readonly Notification[],
    work?: Work,
  ): Promise<NotificationReply[]> {
    const written = await this.messages.in(language, notifications, work);
    return written.map(({ notification, ...words }) => ({
      id: notification.id,
      hazardNo: notification.hazardNo,
      kind: notification.kind,
      orgCode: notification.orgCode,
      role: notification.role,
      ...words,
      link: this.links.to(notification.hazardNo),
      needsAcknowledgement: notification.withheld === null && needsAcknowledgement(notification.kind),
      withheld: notification.withheld && withheldTexts[notification.withheld][language],
      sentAt: notification.sentAt.toISOString(),
      acknowledgedAt: notification.acknowledgedAt?.toISOString() ?? null,
      acknowledgedBy: notification.acknowledgedBy,
    }));
  }
}
