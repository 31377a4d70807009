import { Injectable } from '@nestjs/common';
import type { HandoverReply, ListHandovers as ListHandoversQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { orderOf } from '../persistence/handover-lists.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HandoverReplies } from './handover-replies.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Handovers as the caller may see them: newest first, or what waits longest first on a list that is worked off. */
@Injectable()
export class ListHandovers {
  constructor(
    private readonly handovers: Handovers,
    private readonly replies: HandoverReplies,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws request.cursorInvalid */
  async execute(caller: Caller, query: ListHandoversQuery): Promise<Page<HandoverReply>> {
    const after = query.after === undefined ? undefined : decodeCursor(query.after, Position);
    const rows = await this.handovers.find(caller, this.clock.now(), { ...query, after }, query.limit + 1);
    const { by } = orderOf(query.list);
    const page = pageOf(rows, query.limit, (handover) => [handover[by]?.toISOString(), handover.id]);
    return { items: await this.replies.ofAll(page.items), next: page.next };
  }
}
