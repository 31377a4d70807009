import { Injectable } from '@nestjs/common';
import type { ListUnrouted as ListUnroutedQuery, UnroutedReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { Handovers } from '../persistence/handovers.repository.ts';

/** The campaign office's list of hazards for which no organisation was found, oldest first. */
@Injectable()
export class ListUnrouted {
  constructor(private readonly handovers: Handovers) {}

  /** @throws auth.notAllowed, request.cursorInvalid */
  async execute(caller: Caller, query: ListUnroutedQuery): Promise<Page<UnroutedReply>> {
    if (!caller.ofCampaignOffice('handler', 'leader')) throw new DomainError('auth.notAllowed');
    const after = query.after === undefined ? undefined : decodeCursor(query.after, z.uuid());
    const rows = await this.handovers.findWaiting({ ...query, after }, query.limit + 1);
    const { items, next } = pageOf(rows, query.limit, ({ id }) => id);
    return {
      items: items.map(({ id, hazardNo, track, whyZh, whyEn, since }) => ({
        id,
        hazardNo,
        track,
        why: caller.language === 'en' ? whyEn : whyZh,
        since: since.toISOString(),
      })),
      next,
    };
  }
}
