import { Injectable } from '@nestjs/common';
import { clockIdOf, type HandoverStatus, type Track } from '@bihuan/contracts';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { ClockRow } from '@bihuan/platform/persistence';
import { DataSource, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Handover } from './handover.entity.ts';
import { UnroutedTrack } from './unrouted-track.entity.ts';

const scopeColumns = {
  city: 'handover.city_code',
  county: 'handover.place_code',
  field: 'handover.field_code',
  org: 'handover.org_code',
};

/** Which handovers are asked for. */
export interface HandoverFilter {
  readonly hazardNo?: string | undefined;
  readonly status?: HandoverStatus | undefined;
  readonly track?: Track | undefined;
  readonly orgCode?: string | undefined;
  /** Unanswered after the due time, or not. */
  readonly overdue?: boolean | undefined;
  /** The last handover of the page before: when it was dispatched, and its id. */
  readonly after?: readonly [dispatchedAt: string, id: string] | undefined;
}

/** Which of the waiting tracks are asked for; `after` is the id of the last one of the page before. */
export interface WaitingFilter {
  readonly hazardNo?: string | undefined;
  readonly track?: Track | undefined;
  readonly after?: string | undefined;
}

const acknowledgeClock = (handoverId: string): string =>
  clockIdOf({ owner: 'handover', kind: 'acknowledge', subject: handoverId });

/** Handovers and the tracks that wait for a route. */
@Injectable()
export class Handovers {
  constructor(private readonly dataSource: DataSource) {}

  /** Handovers of hazards in the caller's scope, and those addressed to an organisation of the caller. */
  visible(caller: Caller, manager = this.dataSource.manager): SelectQueryBuilder<Handover> {
    const { sql, params } = scopeWhere(caller.scope, scopeColumns);
    return manager.createQueryBuilder(Handover, 'handover').where(sql, params);
  }

  /** Handovers that the caller may see, newest first. `overdue` is judged at `now` (business time). */
  find(caller: Caller, now: Date, filter: HandoverFilter, limit: number): Promise<Handover[]> {
    const rows = this.visible(caller);
    for (const name of ['hazardNo', 'status', 'track', 'orgCode'] as const) {
      if (filter[name] !== undefined) rows.andWhere(`handover.${name} = :${name}`, { [name]: filter[name] });
    }
    if (filter.overdue !== undefined) {
      const late = `EXISTS (SELECT 1 FROM clock WHERE clock.id = CAST(:ofHandover AS text) || handover.id
                     AND clock.state = 'open' AND clock.due <= :now)`;
      rows.andWhere(filter.overdue ? late : `NOT ${late}`, { now, ofHandover: acknowledgeClock('') });
    }
    if (filter.after) {
      const [at, id] = filter.after;
      rows.andWhere('(handover.dispatched_at, handover.id) < (:at, :afterId)', { at, afterId: id });
    }
    return rows
      .orderBy('handover.dispatchedAt', 'DESC')
      .addOrderBy('handover.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** The clocks under which the handovers must be answered, by the handover's id. */
  async acknowledgeClocks(handovers: readonly Handover[], work?: Work): Promise<Map<string, ClockRow>> {
    const handoverOf = new Map(handovers.map(({ id }) => [acknowledgeClock(id), id]));
    const manager = work?.tx ?? this.dataSource.manager;
    const clocks = await manager.findBy(ClockRow, { id: In([...handoverOf.keys()]) });
    return new Map(clocks.map((clock) => [handoverOf.get(clock.id) ?? clock.id, clock]));
  }

  /** Tracks that wait for a route, oldest first. */
  findWaiting({ hazardNo, track, after }: WaitingFilter, limit: number): Promise<UnroutedTrack[]> {
    const rows = this.dataSource
      .getRepository(UnroutedTrack)
      .createQueryBuilder('track')
      .where('track.routedAt IS NULL');
    if (hazardNo !== undefined) rows.andWhere('track.hazardNo = :hazardNo', { hazardNo });
    if (track !== undefined) rows.andWhere('track.track = :track', { track });
    if (after !== undefined) rows.andWhere('track.id > :after', { after });
    return rows.orderBy('track.id', 'ASC').limit(limit).getMany();
  }

  /** The row for an answer, locked: of two answers at once one waits and then finds it answered. */
  lockVisible(work: Work, caller: Caller, id: string): Promise<Handover | null> {
    return this.visible(caller, work.tx)
      .andWhere('handover.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
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
