import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CreateWebhook as CreateWebhookCommand,
  type DeliveryReply,
  ListWebhookDeliveries,
  type WebhookCreated,
  WebhookDeliveryParams,
  type WebhookList,
  WebhookParams,
  type WebhookReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { CreateWebhook } from '../domain/create-webhook.ts';
import { DeliveryLog } from '../domain/delivery-log.ts';
import { ListWebhooks } from '../domain/list-webhooks.ts';
import { RemoveWebhook } from '../domain/remove-webhook.ts';

type OfWebhook = z.infer<typeof WebhookParams>;
type OfDelivery = z.infer<typeof WebhookDeliveryParams>;

/** Webhooks of the caller's organisation over HTTP. */
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly commands: Commands,
    private readonly createWebhook: CreateWebhook,
    private readonly listWebhooks: ListWebhooks,
    private readonly removeWebhook: RemoveWebhook,
    private readonly log: DeliveryLog,
  ) {}

  @Post()
  create(
    @Body({ schema: CreateWebhookCommand }) body: CreateWebhookCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<WebhookCreated> {
    return this.commands.run(request, (work) => this.createWebhook.execute(work, caller, body));
  }

  @Get()
  list(@CurrentCaller() caller: Caller): Promise<WebhookList> {
    return this.listWebhooks.execute(caller);
  }

  @Delete(':id')
  remove(
    @Param({ schema: WebhookParams }) { id }: OfWebhook,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<WebhookReply> {
    return this.commands.run(request, (work) => this.removeWebhook.execute(work, caller, id));
  }

  @Get(':id/deliveries')
  deliveries(
    @Param({ schema: WebhookParams }) { id }: OfWebhook,
    @Query({ schema: ListWebhookDeliveries }) query: ListWebhookDeliveries,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<DeliveryReply>> {
    return this.log.ofWebhook(caller, id, query);
  }

  @Post(':id/deliveries/:deliveryId/resend')
  @HttpCode(200)
  resend(
    @Param({ schema: WebhookDeliveryParams }) { id, deliveryId }: OfDelivery,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<DeliveryReply> {
    return this.commands.run(request, (work) => this.log.resendToWebhook(work, caller, id, deliveryId));
  }
}
