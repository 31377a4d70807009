import {
  ApplyPart,
  ApplyReprojection,
  type OwnerApplied,
  type OwnerPreview,
  type OwnerRecall,
  PreviewReprojection,
  ReprojectionParams,
  type ReprojectionProgress,
} from '@bihuan/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Caller, CurrentCaller } from '../../auth/index.ts';
import { Commands } from '../../commands/index.ts';
import { DomainError } from '../../errors/index.ts';
import { CommandRequest } from '../../http/index.ts';
import { ClockWatchdog } from '../clock-watchdog.ts';
import { requireApprover } from '../owner-clocks.controller.ts';
import { Reprojections } from './reprojections.ts';

/** This owner's part of a re-projection; the gateway puts the parts together. */
@Controller('reprojections')
export class ReprojectionsController {
  constructor(
    private readonly reprojections: Reprojections,
    private readonly commands: Commands,
    private readonly watchdog: ClockWatchdog,
  ) {}

  @Post()
  @HttpCode(200)
  preview(
    @Body({ schema: PreviewReprojection }) { cause }: PreviewReprojection,
    @CurrentCaller() caller: Caller,
  ): Promise<OwnerPreview> {
    requireOffice(caller);
    return this.reprojections.preview(cause);
  }

  /** The content that a key stands for is the order for the whole: asked again, nobody knows the parts any more. */
  @Post(':hash/apply')
  @HttpCode(200)
  async apply(
    @Param({ schema: ReprojectionParams }) _: z.infer<typeof ReprojectionParams>,
    @Body({ schema: ApplyPart }) { part, ...order }: ApplyPart,
    @CommandRequest() request: CommandRequest,
  ): Promise<OwnerApplied> {
    requireApprover(request.caller);
    const applied = await this.commands.run({ ...request, body: order }, (work) =>
      this.reprojections.apply(work, part, order),
    );
    this.watchdog.lookNow();
    return applied;
  }

  /** What an order for the whole was answered with before, by its Idempotency-Key. */
  @Post(':hash/recall')
  @HttpCode(200)
  async recall(
    @Param({ schema: ReprojectionParams }) _: z.infer<typeof ReprojectionParams>,
    @Body({ schema: ApplyReprojection }) order: ApplyReprojection,
    @CommandRequest() request: CommandRequest,
  ): Promise<OwnerRecall> {
    requireApprover(request.caller);
    const route = request.route.replace(/recall$/, 'apply');
    const applied = await this.commands.recall<OwnerApplied>({ ...request, route, body: order });
    return { applied: applied ?? null };
  }

  @Get()
  async progress(@CurrentCaller() caller: Caller): Promise<Pick<ReprojectionProgress, 'toTell'>> {
    requireOffice(caller);
    return { toTell: await this.reprojections.toTell() };
  }
}

function requireOffice(caller: Caller): void {
  if (!caller.ofCampaignOffice('handler', 'leader')) throw new DomainError('auth.notAllowed');
}
