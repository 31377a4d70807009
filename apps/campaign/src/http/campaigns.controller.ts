import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  CampaignParams,
  ChangePolicy as ChangePolicyBody,
  CreateCampaign as CreateCampaignBody,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import type { z } from 'zod';
import { ChangePolicy } from '../domain/change-policy.ts';
import { CreateCampaign } from '../domain/create-campaign.ts';

@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly commands: Commands,
    private readonly createCampaign: CreateCampaign,
    private readonly changePolicy: ChangePolicy,
  ) {}

  @Post()
  @HttpCode(201)
  create(
    @Body({ schema: CreateCampaignBody }) body: z.infer<typeof CreateCampaignBody>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ) {
    return this.commands.run(request, (work) => this.createCampaign.execute(work, caller, body));
  }

  @Put(':code/policy')
  policy(
    @Param({ schema: CampaignParams }) { code }: z.infer<typeof CampaignParams>,
    @Body({ schema: ChangePolicyBody }) body: z.infer<typeof ChangePolicyBody>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ) {
    return this.commands.run(request, (work) => this.changePolicy.execute(work, caller, code, body));
  }
}
