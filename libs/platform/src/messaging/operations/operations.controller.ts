import { type ParkedMessage, ReEmit, type ReEmitReply, Requeue } from '@bihuan/contracts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Caller, CurrentCaller } from '../../auth/index.ts';
import type { Origin } from '../../commands/index.ts';
import { DomainError } from '../../errors/index.ts';
import { CommandRequest } from '../../http/index.ts';
import { OutboxOperations } from './outbox-operations.ts';

type Messages = z.infer<typeof ReEmitReply>;

function operator(caller: Caller): void {
  if (caller.holds('operations') || caller.offices.some((office) => office.campaignOffice)) return;
  throw new DomainError('auth.notAllowed');
}

const originOf = ({ caller, requestId, address }: CommandRequest): Origin => ({
  actor: caller.actor(),
  correlationId: requestId,
  source: address,
});

/** Repair by operators and the campaign office. */
@Controller('operations')
export class OperationsController {
  constructor(private readonly outbox: OutboxOperations) {}

  /** Publishes the facts of some hazards again; consumers know them by their ids. */
  @Post('re-emit')
  @HttpCode(200)
  async reEmit(
    @Body({ schema: ReEmit }) { hazardNos }: z.infer<typeof ReEmit>,
    @CommandRequest() request: CommandRequest,
  ): Promise<Messages> {
    operator(request.caller);
    return { messages: await this.outbox.reEmit(originOf(request), hazardNos) };
  }

  /** Gives parked messages to the relay again. */
  @Post('requeue')
  @HttpCode(200)
  async requeue(
    @Body({ schema: Requeue }) { messageIds }: z.infer<typeof Requeue>,
    @CommandRequest() request: CommandRequest,
  ): Promise<Messages> {
    operator(request.caller);
    return { messages: await this.outbox.requeue(originOf(request), messageIds) };
  }

  @Get('parked')
  async parked(@CurrentCaller() caller: Caller): Promise<{ items: ParkedMessage[] }> {
    operator(caller);
    return { items: await this.outbox.parked() };
  }
}
