import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  EditionParams,
  type EditionReply,
  ListEditions as ListEditionsQuery,
  RequestEdition as RequestEditionCommand,
} from '@bihuan/contracts';
import { Commands } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { CommandRequest, type Page } from '@bihuan/platform/http';
import { requirePublisher } from '../domain/campaign-office.ts';
import { editionReply } from '../domain/edition-views.ts';
import { ListEditions } from '../domain/list-editions.ts';
import { RequestEdition } from '../domain/request-edition.ts';
import { Editions } from '../persistence/editions.repository.ts';

/** Monthly editions over HTTP. */
@Controller('editions')
export class EditionsController {
  constructor(
    private readonly commands: Commands,
    private readonly requestEdition: RequestEdition,
    private readonly listEditions: ListEditions,
    private readonly editions: Editions,
  ) {}

  /** Answered at once: the month's workflow does the rest. */
  @Post()
  @HttpCode(202)
  request(
    @Body({ schema: RequestEditionCommand }) body: RequestEditionCommand,
    @CommandRequest() request: CommandRequest,
  ): Promise<EditionReply> {
    return this.commands.run(request, async (work) => {
      requirePublisher(request.caller);
      return editionReply(await this.requestEdition.execute(work, body));
    });
  }

  @Get()
  list(@Query({ schema: ListEditionsQuery }) query: ListEditionsQuery): Promise<Page<EditionReply>> {
    return this.listEditions.execute(query);
  }

  @Get(':campaign/:month')
  async read(@Param({ schema: EditionParams }) { campaign, month }: EditionParams): Promise<EditionReply> {
    const edition = await this.editions.find({ campaignCode: campaign, month });
    if (!edition) throw new DomainError('edition.notFound', { params: { campaign, month } });
    return editionReply(edition);
  }
}
