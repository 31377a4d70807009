import { Injectable } from '@nestjs/common';
import type { Track } from '@bihuan/contracts';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Handover } from './handover.entity.ts';
import { UnroutedTrack } from './unrouted-track.entity.ts';

const scopeColumns = {
  city: 'handover.city_code',
  county: 'handover.place_code',
  field: 'handover.field_code',
  org: 'handover.org_code',
};

/** Handovers and the tracks that wait for a route. */
@Injectable()
export class Handovers {
  constructor(private readonly dataSource: DataSource) {}

  /** Handovers of hazards in the caller's scope, and those addressed to an organisation of the caller. */
  visible(caller: Caller): SelectQueryBuilder<Handover> {
    const { sql, params } = scopeWhere(caller.scope, scopeColumns);
    return this.dataSource.getRepository(Handover).createQueryBuilder('handover').where(sql, params);
  }

  /** The row for an answer, locked: of two answers at once one waits and then finds it answered. */
  async lockVisible(work: Work, caller: Caller, id: string): Promise<Handover | null> {
    const seen = await this.visible(caller).andWhere('handover.id = :id', { id }).getExists();
    if (!seen) return null;
    return work.tx.findOne(Handover, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** A track that still waits for a route, locked. */
  lockWaiting(work: Work, id: string): Promise<UnroutedTrack | null> {
    return work.tx.findOne(UnroutedTrack, {
      where: { id, routedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Tracks of the hazard that were dispatched or put on the office's list before. */
  async tracksOf(work: Work, hazardNo: string): Promise<{ dispatched: Set<Track>; unrouted: Set<Track> }> {
    const handovers = await work.tx.find(Handover, { where: { hazardNo } });
    const waiting = await work.tx.find(UnroutedTrack, { where: { hazardNo, routedAt: IsNull() } });
    return {
      dispatched: new Set(handovers.map((handover) => handover.track)),
      unrouted: new Set(waiting.map((track) => track.track)),
    };
  }

  /** Serialises everything that creates handovers of one hazard until the transaction ends. */
  async lockHazard(work: Work, hazardNo: string): Promise<void> {
    await work.tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`dispatch/${hazardNo}`]);
  }
}
