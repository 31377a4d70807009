import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Open } from '@bihuan/platform/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publicationsIndex } from '../domain/pages/index-pages.ts';
import { Publications } from '../persistence/publications.repository.ts';
import { sendFrozen, sendNotFound, sendPage, types } from './public-reply.ts';

/** The list shows the latest; the rest is in the editions of their months. */
const LISTED = 200;

/** What was published by itself, open to everybody. */
@Open()
@Controller('public/publications')
export class PublicPublicationsController {
  constructor(private readonly publications: Publications) {}

  @Get()
  async index(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, publicationsIndex(await this.publications.list({}, LISTED)));
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
