import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AcknowledgeHandover,
  HandoverParams,
  type HandoverReply,
  InsistHandover,
  ListHandovers as ListHandoversQuery,
  ListUnrouted as ListUnroutedQuery,
  RefuseHandover,
  RouteHandover,
  TransferHandover,
  type UnroutedReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands, type Work } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { AnswerHandover } from '../domain/answer-handover.ts';
import { HandoverReplies } from '../domain/handover-replies.ts';
import { ListHandovers } from '../domain/list-handovers.ts';
import { ListUnrouted } from '../domain/list-unrouted.ts';
import { RouteByOffice } from '../domain/route-by-office.ts';
import type { Handover } from '../persistence/handover.entity.ts';

type Id = z.infer<typeof HandoverParams>;

/** The two handovers over HTTP. */
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly commands: Commands,
    private readonly answers: AnswerHandover,
    private readonly routeByOffice: RouteByOffice,
    private readonly listHandovers: ListHandovers,
    private readonly listUnrouted: ListUnrouted,
    private readonly replies: HandoverReplies,
  ) {}

  @Get()
  list(
    @Query({ schema: ListHandoversQuery }) query: ListHandoversQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<HandoverReply>> {
    return this.listHandovers.execute(caller, query);
  }

  @Get('unrouted')
  unrouted(
    @Query({ schema: ListUnroutedQuery }) query: ListUnroutedQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<UnroutedReply>> {
    return this.listUnrouted.execute(caller, query);
  }

  @Post('unrouted/:id/route')
  @HttpCode(200)
  route(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: RouteHandover }) body: z.infer<typeof RouteHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) =>
      this.routeByOffice.execute(work, caller, id, body.toOrgCode, body.reason),
    );
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: AcknowledgeHandover }) body: z.infer<typeof AcknowledgeHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.acknowledge(work, caller, id, body.note));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  refuse(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: RefuseHandover }) body: z.infer<typeof RefuseHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.refuse(work, caller, id, body.reason));
  }

  @Post(':id/transfer')
  @HttpCode(200)
  transfer(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: TransferHandover }) body: z.infer<typeof TransferHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) =>
      this.answers.transfer(work, caller, id, body.toOrgCode, body.reason),
    );
  }

  @Post(':id/insist')
  @HttpCode(200)
  insist(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: InsistHandover }) body: z.infer<typeof InsistHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.insist(work, caller, id, body.reason));
  }

  private command(
    request: CommandRequest,
    answer: (work: Work) => Promise<Handover>,
  ): Promise<HandoverReply> {
    return this.commands.run(request, async (work) => this.replies.of(work, await answer(work)));
  }
}
