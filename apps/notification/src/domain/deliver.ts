import { Injectable } from '@nestjs/common';
import type { Channel, WebhookMessage } from '@bihuan/contracts';
import type { LeasedDelivery } from '../persistence/deliveries.repository.ts';
import type { Notification } from '../persistence/notification.entity.ts';
import { Notifications } from '../persistence/notifications.repository.ts';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { needsAcknowledgement } from './escalations.ts';
import { Links } from './links.ts';
import { Mail, RefusedForGood } from './mail.ts';
import { mailText } from './texts/mail.ts';
import { WebhookPost } from './webhook-post.ts';
import { WrittenMessages, type WrittenOut } from './written-messages.ts';

/** Brings a message to its address outside. The same delivery has the same content in all attempts. */
@Injectable()
export class Deliver {
  constructor(
    private readonly notifications: Notifications,
    private readonly webhooks: Webhooks,
    private readonly messages: WrittenMessages,
    private readonly links: Links,
    private readonly mail: Mail,
    private readonly webhookPost: WebhookPost,
  ) {}

  /** @throws RefusedForGood where trying again would change nothing; Error where it may */
  async execute(delivery: LeasedDelivery, stop: AbortSignal): Promise<void> {
    const [notification] = await this.notifications.findAll([delivery.notificationId]);
    if (!notification) throw new RefusedForGood('The message is gone');
    const [[zh], [en]] = [
      await this.messages.in('zh-CN', [notification]),
      await this.messages.in('en', [notification]),
    ];
    if (!zh || !en) throw new Error(`no words for message ${notification.id}`);
    const send: Readonly<Record<Channel, () => Promise<void>>> = {
      email: () => this.byMail(delivery, zh, en),
      webhook: () => this.byWebhook(delivery, zh, en, stop),
    };
    await send[delivery.channel]();
  }

  private async byMail({ id, target }: LeasedDelivery, zh: WrittenOut, en: WrittenOut): Promise<void> {
    const { hazardNo, kind } = zh.notification;
    const parts = { zh, en, link: this.links.to(hazardNo), needsAcknowledgement: needsAcknowledgement(kind) };
    await this.mail.send({ id, to: target, hazardNo, ...mailText(parts) });
  }

  private async byWebhook(
    { id, target }: LeasedDelivery,
    zh: WrittenOut,
    en: WrittenOut,
    stop: AbortSignal,
  ): Promise<void> {
    const webhook = await this.webhooks.find(target);
    if (!webhook) throw new RefusedForGood('The webhook was removed');
    const body = JSON.stringify(this.webhookMessage(zh.notification, zh, en));
    await this.webhookPost.send({ id, url: webhook.url, secret: webhook.secret, body }, stop);
  }

  private webhookMessage(
    { id, kind, hazardNo, orgCode, role, sentAt }: Notification,
    zh: WrittenOut,
    en: WrittenOut,
  ): WebhookMessage {
    const words = ({ title, body, why }: WrittenOut) => ({ title, body, why });
    return {
      type: kind,
      timestamp: sentAt.toISOString(),
      data: {
        notificationId: id,
        hazardNo,
        orgCode,
        role,
        needsAcknowledgement: needsAcknowledgement(kind),
        link: this.links.to(hazardNo),
        zh: words(zh),
        en: words(en),
      },
    };
  }
}
