import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CorrectHazard as CorrectHazardCommand,
  type CorrectionReply,
  DecideWithdrawal as DecideWithdrawalCommand,
  HazardParams,
  ListCorrections as ListCorrectionsQuery,
  RequestWithdrawal as RequestWithdrawalCommand,
  type WithdrawalReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { CorrectHazard } from '../domain/correct-hazard.ts';
import { DecideWithdrawal } from '../domain/decide-withdrawal.ts';
import { ListCorrections } from '../domain/list-corrections.ts';
import { ReadWithdrawal } from '../domain/read-withdrawal.ts';
import { RequestWithdrawal } from '../domain/request-withdrawal.ts';

type Hazard = z.infer<typeof HazardParams>;

/** Corrections and withdrawals over HTTP. */
@Controller('hazards/:no')
export class CorrectionsController {
  constructor(
    private readonly commands: Commands,
    private readonly correctHazard: CorrectHazard,
    private readonly listCorrections: ListCorrections,
    private readonly requestWithdrawal: RequestWithdrawal,
    private readonly decideWithdrawal: DecideWithdrawal,
    private readonly readWithdrawal: ReadWithdrawal,
  ) {}

  @Post('corrections')
  @HttpCode(201)
  correct(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: CorrectHazardCommand }) body: CorrectHazardCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CorrectionReply> {
    return this.commands.run(request, (work) => this.correctHazard.execute(work, caller, no, body));
  }

  @Get('corrections')
  corrections(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Query({ schema: ListCorrectionsQuery }) query: ListCorrectionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<CorrectionReply>> {
    return this.listCorrections.execute(caller, no, query);
  }

  @Post('withdrawal')
  @HttpCode(201)
  withdraw(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: RequestWithdrawalCommand }) body: RequestWithdrawalCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<WithdrawalReply> {
    return this.commands.run(request, (work) => this.requestWithdrawal.execute(work, caller, no, body));
  }

  @Post('withdrawal/decision')
  @HttpCode(200)
  decide(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: DecideWithdrawalCommand }) body: DecideWithdrawalCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<WithdrawalReply> {
    return this.commands.run(request, (work) => this.decideWithdrawal.execute(work, caller, no, body));
  }

  @Get('withdrawal')
  withdrawal(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @CurrentCaller() caller: Caller,
  ): Promise<WithdrawalReply> {
    return this.readWithdrawal.execute(caller, no);
  }
}
