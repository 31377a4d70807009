import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ListPublications as ListPublicationsQuery,
  type PublicationReply,
  PublishDecision as PublishDecisionCommand,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import { ListPublications } from '../domain/list-publications.ts';
import { publicationReply } from '../domain/publication-views.ts';
import { PublishDecision } from '../domain/publish-decision.ts';

/** Listings, strike-offs and penalties published by themselves, over HTTP. */
@Controller('publications')
export class PublicationsController {
  constructor(
    private readonly commands: Commands,
    private readonly publishDecision: PublishDecision,
    private readonly listPublications: ListPublications,
  ) {}

  @Post()
  @HttpCode(201)
  publish(
    @Body({ schema: PublishDecisionCommand }) body: PublishDecisionCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<PublicationReply> {
    return this.commands.run(request, async (work) =>
      publicationReply(await this.publishDecision.execute(work, caller, body)),
    );
  }

  @Get()
  list(
    @Query({ schema: ListPublicationsQuery }) query: ListPublicationsQuery,
  ): Promise<Page<PublicationReply>> {
    return this.listPublications.execute(query);
  }
}
