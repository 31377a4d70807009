import { Injectable } from '@nestjs/common';
import type { ListHandovers, UnroutedReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { UnroutedTrack } from './unrouted-track.entity.ts';

/** The campaign office's list of hazards for which no organisation was found, oldest first. */
@Injectable()
export class UnroutedPages {
  constructor(private readonly dataSource: DataSource) {}

  async read(caller: Caller, query: ListHandovers): Promise<{ items: UnroutedReply[]; next: string | null }> {
    if (!caller.offices.some((office) => office.campaignOffice)) throw new DomainError('auth.notAllowed');
    const rows = this.dataSource
      .getRepository(UnroutedTrack)
      .createQueryBuilder('track')
      .where('track.routedAt IS NULL')
      .orderBy('track.id', 'ASC')
      .limit(query.limit + 1);
    if (query.after !== undefined)
      rows.andWhere('track.id > :after', { after: decodeCursor(query.after, z.uuid()) });
    const found = await rows.getMany();
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      items: page.map(({ id, hazardNo, track, why, since }) => ({
        id,
        hazardNo,
        track,
        why,
        since: since.toISOString(),
      })),
      next: last ? encodeCursor(last.id) : null,
    };
  }
}
