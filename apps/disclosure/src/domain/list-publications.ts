import { Injectable } from '@nestjs/common';
import type { ListPublications as ListPublicationsQuery, PublicationReply } from '@bihuan/contracts';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { Publications } from '../persistence/publications.repository.ts';
import { publicationReply } from './publication-views.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What was published by itself, newest first. */
@Injectable()
export class ListPublications {
  constructor(private readonly publications: Publications) {}

  /** @throws request.cursorInvalid */
  async execute({ after, limit, ...filter }: ListPublicationsQuery): Promise<Page<PublicationReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    const rows = await this.publications.list({ ...filter, after: position }, limit + 1);
    return pageOf(rows.map(publicationReply), limit, (last) => [last.publishedAt, last.id]);
  }
}
