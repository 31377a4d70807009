import { Module } from '@nestjs/common';
import { ServiceModule } from '@bihuan/platform/service';
import { AcknowledgeNotification } from './domain/acknowledge-notification.ts';
import { HearFact } from './domain/hear-fact.ts';
import { ListNotifications } from './domain/list-notifications.ts';
import { NotificationReplies } from './domain/notification-replies.ts';
import { SendMessages } from './domain/send-messages.ts';
import { TellObligation } from './domain/tell-obligation.ts';
import { NotificationsController } from './http/notifications.controller.ts';
import { FactsToTell } from './messaging/facts-to-tell.ts';
import { HazardBrief } from './persistence/hazard-brief.entity.ts';
import { HazardBriefs } from './persistence/hazard-briefs.repository.ts';
import { migrations } from './persistence/migrations/index.ts';
import { Notification } from './persistence/notification.entity.ts';
import { Notifications } from './persistence/notifications.repository.ts';
import { WaitingFact } from './persistence/waiting-fact.entity.ts';

/** Who must know, by which channel. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'notification',
      entities: [Notification, HazardBrief, WaitingFact],
      migrations,
      consumer: FactsToTell,
    }),
  ],
  controllers: [NotificationsController],
  providers: [
    AcknowledgeNotification,
    FactsToTell,
    HazardBriefs,
    HearFact,
    ListNotifications,
    NotificationReplies,
    Notifications,
    SendMessages,
    TellObligation,
  ],
})
export class AppModule {}
