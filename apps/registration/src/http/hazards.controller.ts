import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type HazardDetail,
  HazardParams,
  type HazardSummary,
  ListHazards as ListHazardsQuery,
  type RegisteredReply,
  RegisterHazard as RegisterHazardCommand,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { CoalescedCommands } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { detailOf } from '../domain/hazard-views.ts';
import { ListHazards } from '../domain/list-hazards.ts';
import { RegisterHazard } from '../domain/register-hazard.ts';
import { Hazards } from '../persistence/hazards.repository.ts';

/** The ledger over HTTP. */
@Controller('hazards')
export class HazardsController {
  constructor(
    private readonly commands: CoalescedCommands,
    private readonly registerHazard: RegisterHazard,
    private readonly listHazards: ListHazards,
    private readonly hazards: Hazards,
  ) {}

  @Post()
  @HttpCode(201)
  register(
    @Body({ schema: RegisterHazardCommand }) body: RegisterHazardCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<RegisteredReply> {
    return this.commands.run(request, { caller, command: body }, this.registerHazard);
  }

  @Get()
  list(
    @Query({ schema: ListHazardsQuery }) query: ListHazardsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<HazardSummary>> {
    return this.listHazards.execute(caller, query);
  }

  @Get(':no')
  async read(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @CurrentCaller() caller: Caller,
  ): Promise<HazardDetail> {
    const found = await this.hazards.find(caller.scope, no);
    if (!found) throw new DomainError('hazard.notFound', { params: { hazardNo: no } });
    return detailOf(found);
  }
}
