import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type EditionFile, editionFiles, EditionParams } from '@bihuan/contracts';
import { Open } from '@bihuan/platform/auth';
import { ObjectStore } from '@bihuan/platform/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { editionReply } from '../domain/edition-views.ts';
import { contentKey } from '../domain/freeze-edition.ts';
import { editionsIndex } from '../domain/pages/index-pages.ts';
import { Editions } from '../persistence/editions.repository.ts';
import { nothingRuns, sendData, sendFrozen, sendNotFound, sendPage, types } from './public-reply.ts';

/** More than there will ever be months of campaigns in one deployment. */
const LISTED = 1_000;

/** Published editions, open to everybody. */
@Open()
@Controller('public')
export class PublicEditionsController {
  constructor(
    private readonly editions: Editions,
    private readonly store: ObjectStore,
  ) {}

  @Get('editions')
  async index(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, editionsIndex(await this.published()));
  }

  @Get('editions.json')
  async data(@Res() reply: FastifyReply): Promise<void> {
    sendData(reply, { items: (await this.published()).map(editionReply) });
  }

  @Get('editions/:campaign/:month/:file')
  async file(
    @Param() params: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = editionFiles.find((name) => name === params['file']);
    const { campaign, month } = params;
    const known = EditionParams.safeParse({ campaign, month });
    const edition = known.success
      ? await this.editions.find({ campaignCode: known.data.campaign, month: known.data.month })
      : null;
    if (!file || !edition?.files || !edition.publishedAt) {
      sendNotFound(reply);
      return;
    }
    const { sha256, bytes } = edition.files[file];
    await sendFrozen(request, reply, {
      sha256,
      bytes,
      ...kindOf(file, edition.pagePolicy),
      open: () => this.store.get(contentKey(sha256)),
    });
  }

  private published() {
    return this.editions.list({ state: 'published' }, LISTED);
  }
}

function kindOf(file: EditionFile, pagePolicy: string | null): { type: string; policy: string } {
  if (file === 'edition.html') return { type: types.html, policy: pagePolicy ?? nothingRuns };
  return { type: types.json, policy: nothingRuns };
}
