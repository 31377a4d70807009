import { type Abstract, Module, type Provider } from '@nestjs/common';
import { ServiceModule } from '@bihuan/platform/service';
import { AcknowledgeNotification } from './domain/acknowledge-notification.ts';
import { CreateWebhook } from './domain/create-webhook.ts';
import { Deliver } from './domain/deliver.ts';
import { DeliveryLog } from './domain/delivery-log.ts';
import { HearFact } from './domain/hear-fact.ts';
import { Links } from './domain/links.ts';
import { ListNotifications } from './domain/list-notifications.ts';
import { ListWebhooks } from './domain/list-webhooks.ts';
import { Mail } from './domain/mail.ts';
import { NotificationReplies } from './domain/notification-replies.ts';
import { PlanDeliveries } from './domain/plan-deliveries.ts';
import { RemoveWebhook } from './domain/remove-webhook.ts';
import { RevokeEscalations } from './domain/revoke-escalations.ts';
import { SendMessages } from './domain/send-messages.ts';
import { TellInterview } from './domain/tell-interview.ts';
import { TellObligation } from './domain/tell-obligation.ts';
import { WebhookPost } from './domain/webhook-post.ts';
import { WebhookRules } from './domain/webhook-rules.ts';
import { WriteMessages } from './domain/write-messages.ts';
import { WrittenMessages } from './domain/written-messages.ts';
import { DeliveriesController } from './http/deliveries.controller.ts';
import { NotificationsController } from './http/notifications.controller.ts';
import { WebhooksController } from './http/webhooks.controller.ts';
import { DeliverySender } from './messaging/delivery-sender.ts';
import { FactsToTell } from './messaging/facts-to-tell.ts';
import { HttpWebhookPost } from './messaging/http-webhook-post.ts';
import { NoMail, SmtpMail } from './messaging/smtp-mail.ts';
import { NotificationConfig } from './notification-config.ts';
import { Deliveries } from './persistence/deliveries.repository.ts';
import { Delivery } from './persistence/delivery.entity.ts';
import { HazardBrief } from './persistence/hazard-brief.entity.ts';
import { HazardBriefs } from './persistence/hazard-briefs.repository.ts';
import { migrations } from './persistence/migrations/index.ts';
import { Notification } from './persistence/notification.entity.ts';
import { Notifications } from './persistence/notifications.repository.ts';
import { Revocations } from './persistence/revocations.repository.ts';
import { WaitingFact } from './persistence/waiting-fact.entity.ts';
import { Webhook } from './persistence/webhook.entity.ts';
import { Webhooks } from './persistence/webhooks.repository.ts';

/** A provider that the configuration alone decides on. */
const configured = (provide: Abstract<unknown>, make: (config: NotificationConfig) => unknown): Provider => ({
  provide,
  inject: [NotificationConfig],
  useFactory: make,
});

/** Who must know, by which channel. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'notification',
      entities: [Notification, HazardBrief, WaitingFact, Delivery, Webhook],
      migrations,
      consumer: FactsToTell,
      config: [NotificationConfig],
      parts: [DeliverySender],
    }),
  ],
  controllers: [NotificationsController, WebhooksController, DeliveriesController],
  providers: [
    AcknowledgeNotification,
    CreateWebhook,
    Deliver,
    Deliveries,
    DeliveryLog,
    DeliverySender,
    FactsToTell,
    HazardBriefs,
    HearFact,
    ListNotifications,
    ListWebhooks,
    NotificationReplies,
    Notifications,
    PlanDeliveries,
    RemoveWebhook,
    RevokeEscalations,
    Revocations,
    SendMessages,
    TellInterview,
    TellObligation,
    Webhooks,
    WriteMessages,
    WrittenMessages,
    configured(Links, ({ publicUrl }) => new Links(publicUrl)),
    configured(Mail, ({ smtpUrl, mailFrom }) =>
      smtpUrl === null ? new NoMail() : new SmtpMail({ url: smtpUrl, from: mailFrom }),
    ),
    configured(WebhookRules, ({ webhooksToLoopback }) => ({ toLoopback: webhooksToLoopback })),
    configured(WebhookPost, ({ webhooksToLoopback }) => new HttpWebhookPost(webhooksToLoopback)),
  ],
})
export class AppModule {}
