import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type DeliveryReply, ListDeliveries, ResendDeliveries, type ResendReply } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import { DeliveryLog } from '../domain/delivery-log.ts';

function operator(caller: Caller): void {
  if (caller.holds('operations') || caller.offices.some((office) => office.campaignOffice)) return;
  throw new DomainError('auth.notAllowed');
}

/** Deliveries of all offices, for operators and the campaign office. */
@Controller('operations/deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: Commands,
    private readonly log: DeliveryLog,
  ) {}

  @Get()
  async list(
    @Query({ schema: ListDeliveries }) query: ListDeliveries,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<DeliveryReply>> {
    operator(caller);
    return this.log.ofAll(query);
  }

  @Post('resend')
  @HttpCode(200)
  async resend(
    @Body({ schema: ResendDeliveries }) { deliveryIds }: ResendDeliveries,
    @CommandRequest() request: CommandRequest,
  ): Promise<ResendReply> {
    operator(request.caller);
    return this.commands.run(request, async (work) => ({
      deliveries: await this.log.resendFailed(work, deliveryIds),
    }));
  }
}
