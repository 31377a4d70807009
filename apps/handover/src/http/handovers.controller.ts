import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AcknowledgeHandover,
  HandoverParams,
  type HandoverReply,
  InsistHandover,
  ListHandovers,
  RefuseHandover,
  RouteHandover,
  TransferHandover,
  type UnroutedReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands, type Work } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import type { z } from 'zod';
import { AnswerHandover } from '../domain/answer-handover.ts';
import { RouteByOffice } from '../domain/route-by-office.ts';
import { HandoverPages } from '../persistence/handover-pages.ts';
import { UnroutedPages } from '../persistence/unrouted-pages.ts';
import type { Handover } from '../persistence/handover.entity.ts';

type Page<T> = { items: T[]; next: string | null };
type Id = z.infer<typeof HandoverParams>;

/** The two handovers over HTTP. */
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly commands: Commands,
    private readonly answers: AnswerHandover,
    private readonly routeByOffice: RouteByOffice,
    private readonly pages: HandoverPages,
    private readonly unroutedPages: UnroutedPages,
  ) {}

  @Get()
  list(
    @Query({ schema: ListHandovers }) query: ListHandovers,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<HandoverReply>> {
    return this.pages.read(caller, query);
  }

  @Get('unrouted')
  unrouted(
    @Query({ schema: ListHandovers }) query: ListHandovers,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<UnroutedReply>> {
    return this.unroutedPages.read(caller, query);
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
    return this.commands.run(request, async (work) => this.pages.replyOf(work, await answer(work)));
  }
}
