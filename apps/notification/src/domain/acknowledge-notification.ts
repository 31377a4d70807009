import { Injectable } from '@nestjs/common';
import type { NotificationReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { Notification } from '../persistence/notification.entity.ts';
import { Notifications } from '../persistence/notifications.repository.ts';
import { audienceOf } from './audience.ts';
import { NotificationReplies } from './notification-replies.ts';

/** Notes that an office has taken note of a message, and who in it did. The first acknowledgement stays. */
@Injectable()
export class AcknowledgeNotification {
  constructor(
    private readonly notifications: Notifications,
    private readonly replies: NotificationReplies,
  ) {}

  /**
   * @throws notification.notFound where it is not there, not delivered yet, or another's
   * @throws notification.personOnly by a department's own system: it reads, but takes note for nobody
   */
  async execute(work: Work, caller: Caller, id: string): Promise<NotificationReply> {
    const notification = await this.notifications.lockDelivered(work, audienceOf(caller), id);
    if (!notification) throw new DomainError('notification.notFound');
    if (!holdsOffice(caller, notification)) throw new DomainError('notification.personOnly');
    if (notification.acknowledgedAt === null) {
      notification.acknowledgedAt = work.now;
      notification.acknowledgedBy = caller.person;
      await this.notifications.setAcknowledged(work, id, caller.person);
      work.record({
        action: 'notification.acknowledged',
        subject: notification.hazardNo ?? notification.id,
        before: null,
        after: { id, kind: notification.kind, orgCode: notification.orgCode, role: notification.role },
      });
    }
    return this.replies.of(work, caller.language, notification);
  }
}

/** Whether a person is asked: a system is among the audience of its department's handlers. */
function holdsOffice({ offices }: Caller, { orgCode, role }: Notification): boolean {
  return offices.some((office) => office.orgCode === orgCode && office.role === role);
}
