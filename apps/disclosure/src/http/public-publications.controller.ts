import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Open } from '@bihuan/platform/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publicationsIndex } from '../domain/pages/index-pages.ts';
import { Publications, type PublicationTitle } from '../persistence/publications.repository.ts';
import { sendFrozen, sendNotFound, sendPage, types } from './public-reply.ts';

const LISTED = 100;
const Query = z.object({ after: z.string().max(200).optional().catch(undefined) });

/** What was published by itself, open to everybody. */
@Open()
@Controller('public/publications')
export class PublicPublicationsController {
  constructor(private readonly publications: Publications) {}

  @Get()
  async index(@Req() { query }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after } = Query.parse(query);
    const rows = await this.publications.titles(after === undefined ? undefined : placeIn(after), LISTED + 1);
    const listed = rows.slice(0, LISTED);
    const last = rows.length > LISTED ? listed.at(-1) : undefined;
    sendPage(reply, publicationsIndex(listed, last && placeOf(last)));
  }

  @Get(':id')
  async page(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const publication = z.uuid().safeParse(id).success ? await this.publications.find(id) : null;
    if (!publication) {
      sendNotFound(reply);
      return;
    }
    const { page, pageSha256, pagePolicy } = publication;
    await sendFrozen(request, reply, {
      sha256: pageSha256,
      type: types.html,
      policy: pagePolicy,
      open: () => Promise.resolve(page),
    });
  }
}

/** Where a page of the list ends, as its link says it. */
const placeOf = ({ publishedAt, id }: PublicationTitle): string => `${publishedAt.toISOString()}_${id}`;

/** Undefined where the link says something else: the list then begins anew. */
function placeIn(after: string): readonly [publishedAt: string, id: string] | undefined {
  const [at = '', id = ''] = after.split('_');
  const isPlace = z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
  return isPlace ? [at, id] : undefined;
}
