import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  type Campaign,
  CampaignParams,
  ChangePolicy as ChangePolicyCommand,
  CreateCampaign as CreateCampaignCommand,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import { ChangePolicy } from '../domain/change-policy.ts';
import { CreateCampaign } from '../domain/create-campaign.ts';

/** 专项行动: commands of the campaign office over HTTP. */
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
    @Body({ schema: CreateCampaignCommand }) body: CreateCampaignCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<Campaign> {
    return this.commands.run(request, (work) => this.createCampaign.execute(work, caller, body));
  }

  @Put(':code/policy')
  policy(
    @Param({ schema: CampaignParams }) { code }: CampaignParams,
    @Body({ schema: ChangePolicyCommand }) body: ChangePolicyCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<Campaign> {
    return this.commands.run(request, (work) => this.changePolicy.execute(work, caller, code, body));
  }
}
