import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ListNotifications as ListNotificationsQuery,
  NotificationParams,
  type NotificationReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import type { z } from 'zod';
import { AcknowledgeNotification } from '../domain/acknowledge-notification.ts';
import { ListNotifications } from '../domain/list-notifications.ts';

/** Messages over HTTP. */
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly commands: Commands,
    private readonly listNotifications: ListNotifications,
    private readonly acknowledgeNotification: AcknowledgeNotification,
  ) {}

  @Get()
  list(
    @Query({ schema: ListNotificationsQuery }) query: ListNotificationsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<{ items: NotificationReply[]; next: string | null }> {
    return this.listNotifications.execute(caller, query);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @Param({ schema: NotificationParams }) { id }: z.infer<typeof NotificationParams>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<NotificationReply> {
    return this.commands.run(request, (work) => this.acknowledgeNotification.execute(work, caller, id));
  }
}
