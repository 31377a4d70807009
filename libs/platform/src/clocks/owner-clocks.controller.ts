import {
  ClockParams,
  type ClockReply,
  HazardParams,
  OwnerClocks,
  PauseClock,
  ResumeClock,
} from '@bihuan/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Caller, CurrentCaller } from '../auth/index.ts';
import { Commands, HazardSight, type Work } from '../commands/index.ts';
import { DomainError } from '../errors/index.ts';
import { CommandRequest } from '../http/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { ClockChanges } from './clock-changes.ts';
import { ClockReplies } from './clock-replies.ts';

/** This owner's clocks: its part of a hazard's, which the gateway puts together, and their pauses. */
@Controller()
export class OwnerClocksController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sight: HazardSight,
    private readonly replies: ClockReplies,
    private readonly changes: ClockChanges,
    private readonly commands: Commands,
  ) {}

  /** Nothing where the caller's scope does not reach the hazard. */
  @Get('hazards/:no/clocks')
  async read(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof OwnerClocks>> {
    if (!(await this.sight.sees(caller, no))) return { clocks: [] };
    return { clocks: await this.replies.ofHazard(this.dataSource.manager, no, caller.language) };
  }

  @Post('clocks/:id/pause')
  @HttpCode(200)
  pause(
    @Param({ schema: ClockParams }) { id }: z.infer<typeof ClockParams>,
    @Body({ schema: PauseClock }) { version, reasonCode, reason, orderNo }: PauseClock,
    @CommandRequest() request: CommandRequest,
  ): Promise<ClockReply> {
    const order = { version, reasonCode, reason, reference: orderNo ?? null };
    return this.change(request, (work) => this.changes.pause(work, id, order));
  }

  @Post('clocks/:id/resume')
  @HttpCode(200)
  resume(
    @Param({ schema: ClockParams }) { id }: z.infer<typeof ClockParams>,
    @Body({ schema: ResumeClock }) order: ResumeClock,
    @CommandRequest() request: CommandRequest,
  ): Promise<ClockReply> {
    return this.change(request, (work) => this.changes.resume(work, id, order));
  }

  private change(request: CommandRequest, body: (work: Work) => Promise<ClockRow>): Promise<ClockReply> {
    requireApprover(request.caller);
    return this.commands.run(request, async (work) => {
      const [reply] = await this.replies.of(work.tx, [await body(work)], request.caller.language);
      if (!reply) throw new Error('A clock that was changed has no answer');
      return reply;
    });
  }
}

/** Whoever approves that a clock stands still, goes on or is computed again: the leader of the campaign office. */
export function requireApprover(caller: Caller): void {
  if (!caller.ofCampaignOffice('leader')) throw new DomainError('auth.notAllowed');
}
