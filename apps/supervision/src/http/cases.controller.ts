import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApplyForAcceptance as ApplyForAcceptanceCommand,
  type CaseReply,
  FilePlan as FilePlanCommand,
  GiveVerdict as GiveVerdictCommand,
  HazardParams,
  ReportCompletion as ReportCompletionCommand,
  ReportProgress as ReportProgressCommand,
  StrikeOff as StrikeOffCommand,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import type { z } from 'zod';
import { ApplyForAcceptance } from '../domain/apply-for-acceptance.ts';
import { FilePlan } from '../domain/file-plan.ts';
import { GiveVerdict } from '../domain/give-verdict.ts';
import { ReportCompletion } from '../domain/report-completion.ts';
import { ReportProgress } from '../domain/report-progress.ts';
import { StrikeOff } from '../domain/strike-off.ts';

type Hazard = z.infer<typeof HazardParams>;

/** Rectification, acceptance and strike-off over HTTP. */
@Controller('hazards/:no')
export class CasesController {
  constructor(
    private readonly commands: Commands,
    private readonly filePlan: FilePlan,
    private readonly reportProgress: ReportProgress,
    private readonly reportCompletion: ReportCompletion,
    private readonly applyForAcceptance: ApplyForAcceptance,
    private readonly giveVerdict: GiveVerdict,
    private readonly strikeOff: StrikeOff,
  ) {}

  @Post('plan')
  @HttpCode(200)
  plan(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: FilePlanCommand }) body: FilePlanCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.filePlan.execute(work, caller, no, body));
  }

  @Post('progress')
  @HttpCode(200)
  progress(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: ReportProgressCommand }) body: ReportProgressCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.reportProgress.execute(work, caller, no, body));
  }

  @Post('completion')
  @HttpCode(200)
  completion(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: ReportCompletionCommand }) body: ReportCompletionCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.reportCompletion.execute(work, caller, no, body));
  }

  @Post('acceptance/application')
  @HttpCode(200)
  application(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: ApplyForAcceptanceCommand }) body: ApplyForAcceptanceCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.applyForAcceptance.execute(work, caller, no, body));
  }

  @Post('acceptance/verdict')
  @HttpCode(200)
  verdict(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: GiveVerdictCommand }) body: GiveVerdictCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.giveVerdict.execute(work, caller, no, body));
  }

  @Post('strike-off')
  @HttpCode(200)
  sign(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: StrikeOffCommand }) body: StrikeOffCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CaseReply> {
    return this.commands.run(request, (work) => this.strikeOff.execute(work, caller, no, body));
  }
}
