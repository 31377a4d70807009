import { Injectable } from '@nestjs/common';
import type { HazardSummary, ListHazards as ListHazardsQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { HazardPages } from '../persistence/hazard-pages.ts';
import { summaryOf } from './hazard-views.ts';

/** The ledger as the caller may see it, page by page. */
@Injectable()
export class ListHazards {
  constructor(private readonly pages: HazardPages) {}

  /**
   * A cursor belongs to the order it was given in: in another one it would skip rows or repeat them.
   * @throws request.cursorInvalid
   */
  async execute(caller: Caller, { after, limit, ...query }: ListHazardsQuery): Promise<Page<HazardSummary>> {
    const { sort } = query;
    const Position = z.tuple([z.literal(sort), z.iso.datetime(), z.string()]);
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    const behind = position && ([position[1], position[2]] as const);
    const found = await this.pages.find(caller.scope, { ...query, after: behind }, limit + 1);
    return pageOf(found.map(summaryOf), limit, (last) => [sort, timeOf(last, sort), last.hazardNo]);
  }
}

function timeOf({ deadline, registeredAt }: HazardSummary, sort: ListHazardsQuery['sort']): string {
  return sort.endsWith('deadline') ? deadline : registeredAt;
}
