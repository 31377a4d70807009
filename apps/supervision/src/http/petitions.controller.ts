import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  DecidePetition as DecidePetitionCommand,
  FilePetition as FilePetitionCommand,
  HazardParams,
  ListPetitions as ListPetitionsQuery,
  PetitionParams,
  type PetitionReply,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import type { z } from 'zod';
import { DecidePetition } from '../domain/petitions/decide-petition.ts';
import { FilePetition } from '../domain/petitions/file-petition.ts';
import { ListPetitions } from '../domain/petitions/list-petitions.ts';

type Hazard = z.infer<typeof HazardParams>;

/** Extension petitions over HTTP. */
@Controller('hazards/:no/petitions')
export class PetitionsController {
  constructor(
    private readonly commands: Commands,
    private readonly filePetition: FilePetition,
    private readonly decidePetition: DecidePetition,
    private readonly listPetitions: ListPetitions,
  ) {}

  @Post()
  @HttpCode(201)
  file(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Body({ schema: FilePetitionCommand }) body: FilePetitionCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<PetitionReply> {
    return this.commands.run(request, (work) => this.filePetition.execute(work, caller, no, body));
  }

  @Get()
  list(
    @Param({ schema: HazardParams }) { no }: Hazard,
    @Query({ schema: ListPetitionsQuery }) query: ListPetitionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<PetitionReply>> {
    return this.listPetitions.execute(caller, no, query);
  }

  @Post(':id/decision')
  @HttpCode(200)
  decide(
    @Param({ schema: PetitionParams }) { no, id }: z.infer<typeof PetitionParams>,
    @Body({ schema: DecidePetitionCommand }) body: DecidePetitionCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<PetitionReply> {
    return this.commands.run(request, (work) => this.decidePetition.execute(work, caller, no, id, body));
  }
}
