import { Injectable } from '@nestjs/common';
import type { NotificationReply } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { BusinessClock } from '@bihuan/platform/config';
import type { Language } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import type { Notification } from '../persistence/notification.entity.ts';
import { aboutIn } from './about.ts';
import type { Brief } from './brief.ts';
import type { Message } from './message.ts';
import type { ObligationMessage } from './obligation-message.ts';
import { renderObligation } from './texts/obligation.ts';
import { render } from './texts/render.ts';
import type { Written } from './texts/template.ts';

/** Messages as they are read: in the reader's language. */
@Injectable()
export class NotificationReplies {
  constructor(
    private readonly briefs: HazardBriefs,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
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
    const hazardNos = notifications.flatMap(({ hazardNo }) => hazardNo ?? []);
    const briefs = await this.briefs.findAll(hazardNos, work);
    const today = toLocalDate(this.clock.now());
    return notifications.map((notification) => ({
      id: notification.id,
      hazardNo: notification.hazardNo,
      kind: notification.kind,
      orgCode: notification.orgCode,
      role: notification.role,
      ...this.written(language, notification, briefs, today),
      sentAt: notification.sentAt.toISOString(),
      acknowledgedAt: notification.acknowledgedAt?.toISOString() ?? null,
      acknowledgedBy: notification.acknowledgedBy,
    }));
  }

  private written(
    language: Language,
    notification: Notification,
    briefs: ReadonlyMap<string, Brief>,
    today: string,
  ): Written {
    if (notification.hazardNo === null) {
      const message = obligationIn(notification);
      const { orgCode, orgName } = message.params;
      const organisation = this.reference.organisation(orgCode, today);
      return renderObligation(
        language,
        message,
        language === 'en' ? (organisation?.nameEn ?? orgName) : orgName,
      );
    }
    const brief = briefs.get(notification.hazardNo);
    if (!brief) throw new Error(`message ${notification.id} without the brief of its hazard`);
    return render(language, messageIn(notification), aboutIn(language, brief, this.reference, today));
  }
}

/** Kind and parameters were written together, from one message. */
function messageIn({ kind, params }: Notification): Message {
  return { kind, params } as Message;
}

function obligationIn({ kind, params }: Notification): ObligationMessage {
  return { kind, params } as ObligationMessage;
}
