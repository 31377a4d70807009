import { Injectable } from '@nestjs/common';
import type { EditionReply, ListEditions as ListEditionsQuery } from '@bihuan/contracts';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { Editions } from '../persistence/editions.repository.ts';
import { editionReply } from './edition-views.ts';

const Position = z.tuple([z.string(), z.string()]);

/** Editions, published or asked for, newest month first. Nothing in them is anybody's alone. */
@Injectable()
export class ListEditions {
  constructor(private readonly editions: Editions) {}

  /** @throws request.cursorInvalid */
  async execute({ campaignCode, after, limit }: ListEditionsQuery): Promise<Page<EditionReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    const rows = await this.editions.list({ campaignCode, after: position }, limit + 1);
    return pageOf(rows.map(editionReply), limit, (last) => [last.month, last.campaignCode]);
  }
}
