import { Injectable } from '@nestjs/common';
import { clockIdOf, type HandoverList, type HandoverStatus, type Track } from '@bihuan/contracts';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { ClockRow } from '@bihuan/platform/persistence';
import { DataSource, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Handover } from './handover.entity.ts';
import { conditionOf, orderOf } from './handover-lists.ts';
import { UnroutedTrack } from './unrouted-track.entity.ts';

const scopeColumns = {
  city: 'handover.city_code',
  county: 'handover.place_code',
  field: 'handover.field_code',
  org: 'handover.org_code',
};

/** Which handovers are asked for. */
export interface HandoverFilter {
  readonly list?: HandoverList | undefined;
  readonly hazardNo?: string | undefined;
  readonly status?: HandoverStatus | undefined;
  readonly track?: Track | undefined;
  readonly orgCode?: string | undefined;
  /** Whether the clock it waits under has passed its due. */
  readonly overdue?: boolean | undefined;
  /** The last handover of the page before: the time that the order goes by, and its id. */
  readonly after?: readonly [at: string, id: string] | undefined;
}

/** Which of the waiting tracks are asked for; `after` is the id of the last one of the page before. */
export interface WaitingFilter {
  readonly hazardNo?: string | undefined;
  readonly track?: Track | undefined;
  readonly after?: string | undefined;
}

const clockOf = (kind: 'acknowledge' | 'refusalDecision', handoverId: string): string =>
  clockIdOf({ owner: 'handover', kind, subject: handoverId });

/** Handovers and the tracks that wait for a route. */
@Injectable()
export class Handovers {
  constructor(private readonly dataSource: DataSource) {}

  /** Handovers of hazards in the caller's scope, and those addressed to an organisation of the caller. */
  visible(caller: Caller, manager = this.dataSource.manager): SelectQueryBuilder<Handover> {
    const { sql, params } = scopeWhere(caller.scope, scopeColumns);
    return manager.createQueryBuilder(Handover, 'handover').where(sql, params);
  }

  /** Handovers that the caller may see, in the order of the list. `overdue` is judged at `now` (business time). */
  find(caller: Caller, now: Date, filter: HandoverFilter, limit: number): Promise<Handover[]> {
    const rows = this.visible(caller);
    for (const name of ['hazardNo', 'status', 'track', 'orgCode'] as const) {
      if (filter[name] !== undefined) rows.andWhere(`handover.${name} = :${name}`, { [name]: filter[name] });
    }
    if (filter.list) rows.andWhere(conditionOf(filter.list));
    if (filter.overdue !== undefined) {
      const late = `EXISTS (SELECT 1 FROM clock WHERE clock.state = 'open' AND clock.due <= :now
                     AND (clock.paused_at IS NULL OR clock.paused_at >= clock.due) AND clock.id IN
                     (CAST(:answer AS text) || handover.id, CAST(:decision AS text) || handover.id))`;
      const prefixes = { answer: clockOf('acknowledge', ''), decision: clockOf('refusalDecision', '') };
      rows.andWhere(filter.overdue ? late : `NOT ${late}`, { now, ...prefixes });
    }
    const { by, column, direction } = orderOf(filter.list);
    if (filter.after) {
      const [at, id] = filter.after;
      const beyond = direction === 'ASC' ? '>' : '<';
      rows.andWhere(`(handover.${column}, handover.id) ${beyond} (:at, :afterId)`, { at, afterId: id });
    }
    return rows
      .orderBy(`handover.${by}`, direction)
      .addOrderBy('handover.id', direction)
      .limit(limit)
      .getMany();
  }

  /** Whether an organisation has passed this track of the hazard on before. */
  wasPassedOn(
    work: Work,
    { hazardNo, track }: Pick<Handover, 'hazardNo' | 'track'>,
    orgCode: string,
  ): Promise<boolean> {
    return work.tx.existsBy(Handover, { hazardNo, track, orgCode, status: 'transferred' });
  }

  /** One handover that the caller may see. */
  seen(caller: Caller, id: string): Promise<Handover | null> {
    return this.visible(caller).andWhere('handover.id = :id', { id }).getOne();
  }

  /** All handovers of a hazard's track, oldest first: each took the place of the one before. */
  async chainOf({ hazardNo, track }: Handover, work?: Work): Promise<Handover[]> {
    const manager = work?.tx ?? this.dataSource.manager;
    const chain = await manager.findBy(Handover, { hazardNo, track });
    return chain.sort((a, b) => ordinalOf(a) - ordinalOf(b));
  }

  countOf(work: Work, hazardNo: string, track: Track): Promise<number> {
    return work.tx.countBy(Handover, { hazardNo, track });
  }

  /** Nobody waits for its handovers any more: the hazard is struck off or withdrawn. */
  async end(work: Work, hazardNo: string, endedAt: string): Promise<void> {
    await work.tx.query(`UPDATE handover SET ended_at = coalesce(ended_at, $2) WHERE hazard_no = $1`, [
      hazardNo,
      endedAt,
    ]);
  }

  /** The first feedback on the hazard, so far as is known. */
  async feedback(work: Work, hazardNo: string, feedbackAt: string): Promise<void> {
    await work.tx.update(Handover, { hazardNo }, { feedbackAt: new Date(feedbackAt) });
  }

  /** The clocks under which the handovers wait, or did: the answer, or of a refused one the decision. */
  async clocksOf(handovers: readonly Handover[], work?: Work): Promise<Map<string, ClockRow>> {
    const handoverOf = new Map(
      handovers.map(({ id, status }) => [
        clockOf(status === 'refused' ? 'refusalDecision' : 'acknowledge', id),
        id,
      ]),
    );
    const manager = work?.tx ?? this.dataSource.manager;
    const clocks = await manager.findBy(ClockRow, { id: In([...handoverOf.keys()]) });
    return new Map(clocks.map((clock) => [handoverOf.get(clock.id) ?? clock.id, clock]));
  }

  /** Tracks that wait for a route, oldest first. */
  findWaiting({ hazardNo, track, after }: WaitingFilter, limit: number): Promise<UnroutedTrack[]> {
    const rows = this.dataSource
      .getRepository(UnroutedTrack)
      .createQueryBuilder('track')
      .where('track.routedAt IS NULL')
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM hazard_change AS change
           WHERE change.hazard_no = track.hazard_no AND change.withdrawn_at IS NOT NULL)`,
      );
    if (hazardNo !== undefined) rows.andWhere('track.hazardNo = :hazardNo', { hazardNo });
    if (track !== undefined) rows.andWhere('track.track = :track', { track });
    if (after !== undefined) rows.andWhere('track.id > :after', { after });
    return rows.orderBy('track.id', 'ASC').limit(limit).getMany();
  }

  /** The row for an answer, its hazard locked: of two answers at once one waits and then finds it answered. */
  async lockVisible(work: Work, caller: Caller, id: string): Promise<Handover | null> {
    const seen = await this.visible(caller, work.tx).andWhere('handover.id = :id', { id }).getOne();
    if (!seen) return null;
    await this.lockHazard(work, seen.hazardNo);
    return work.tx.findOneByOrFail(Handover, { id });
  }

  /** A track that still waits for a route, its hazard locked. */
  async lockWaiting(work: Work, id: string): Promise<UnroutedTrack | null> {
    const waiting = await work.tx.findOneBy(UnroutedTrack, { id });
    if (!waiting) return null;
    await this.lockHazard(work, waiting.hazardNo);
    return work.tx.findOneBy(UnroutedTrack, { id, routedAt: IsNull() });
  }

  /** By track: the handover that no other took the place of. */
  async latestOf(work: Work, hazardNo: string): Promise<Map<Track, Handover>> {
    const handovers = await work.tx.findBy(Handover, { hazardNo });
    const replaced = new Set(handovers.map(({ predecessorId }) => predecessorId));
    return new Map(
      handovers.filter(({ id }) => !replaced.has(id)).map((handover) => [handover.track, handover]),
    );
  }

  /** By track: what waits for a route. */
  async waitingOf(work: Work, hazardNo: string): Promise<Map<Track, UnroutedTrack>> {
    const waiting = await work.tx.findBy(UnroutedTrack, { hazardNo, routedAt: IsNull() });
    return new Map(waiting.map((track) => [track.track, track]));
  }

  /** Tracks of the hazard that were dispatched or put on the office's list before. */
  async tracksOf(work: Work, hazardNo: string): Promise<{ dispatched: Set<Track>; unrouted: Set<Track> }> {
    const handovers = await work.tx.find(Handover, { where: { hazardNo } });
    const waiting = await this.waitingOf(work, hazardNo);
    return {
      dispatched: new Set(handovers.map((handover) => handover.track)),
      unrouted: new Set(waiting.keys()),
    };
  }

  /** Serialises everything that creates or answers handovers of one hazard until the transaction ends. */
  async lockHazard(work: Work, hazardNo: string): Promise<void> {
    await work.tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`dispatch/${hazardNo}`]);
  }
}

/** Its place in the chain is the digits at the end of its number. */
function ordinalOf({ documentNo }: Handover): number {
  return Number(/\d+$/.exec(documentNo)?.[0]);
}
