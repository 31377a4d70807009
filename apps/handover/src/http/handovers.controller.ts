import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AcknowledgeHandover,
  GiveHandoverTo,
  type HandoverDetail,
  HandoverParams,
  type HandoverReply,
  InsistHandover,
  ListHandovers as ListHandoversQuery,
  ListUnrouted as ListUnroutedQuery,
  RefuseHandover,
  type UnroutedReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands, type Work } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { AnswerHandover } from '../domain/answer-handover.ts';
import { DecideByOffice } from '../domain/decide-by-office.ts';
import { HandoverReplies } from '../domain/handover-replies.ts';
import { ListHandovers } from '../domain/list-handovers.ts';
import { ListUnrouted } from '../domain/list-unrouted.ts';
import { RouteByOffice } from '../domain/route-by-office.ts';
import { ShowHandover } from '../domain/show-handover.ts';
import type { Handover } from '../persistence/handover.entity.ts';

type Id = z.infer<typeof HandoverParams>;

/** The two handovers over HTTP. */
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly commands: Commands,
    private readonly answers: AnswerHandover,
    private readonly decisions: DecideByOffice,
    private readonly routeByOffice: RouteByOffice,
    private readonly listHandovers: ListHandovers,
    private readonly listUnrouted: ListUnrouted,
    private readonly showHandover: ShowHandover,
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

  @Get(':id')
  show(
    @Param({ schema: HandoverParams }) { id }: Id,
    @CurrentCaller() caller: Caller,
  ): Promise<HandoverDetail> {
    return this.showHandover.execute(caller, id);
  }

  @Post('unrouted/:id/route')
  @HttpCode(200)
  route(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: GiveHandoverTo }) body: GiveHandoverTo,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.routeByOffice.execute(work, caller, id, body));
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: AcknowledgeHandover }) body: AcknowledgeHandover,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.acknowledge(work, caller, id, body));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  refuse(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: RefuseHandover }) body: RefuseHandover,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.refuse(work, caller, id, body));
  }

  @Post(':id/transfer')
  @HttpCode(200)
  transfer(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: GiveHandoverTo }) body: GiveHandoverTo,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.answers.transfer(work, caller, id, body));
  }

  @Post(':id/redirect')
  @HttpCode(200)
  redirect(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: GiveHandoverTo }) body: GiveHandoverTo,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.decisions.redirect(work, caller, id, body));
  }

  @Post(':id/insist')
  @HttpCode(200)
  insist(
    @Param({ schema: HandoverParams }) { id }: Id,
    @Body({ schema: InsistHandover }) body: z.infer<typeof InsistHandover>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<HandoverReply> {
    return this.command(request, (work) => this.decisions.insist(work, caller, id, body.reason));
  }

  private command(
    request: CommandRequest,
    answer: (work: Work) => Promise<Handover>,
  ): Promise<HandoverReply> {
    return this.commands.run(request, async (work) => this.replies.of(work, await answer(work)));
  }
}
