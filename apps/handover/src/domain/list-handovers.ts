import { Injectable } from '@nestjs/common';
import type { HandoverReply, ListHandovers as ListHandoversQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { factOf } from './handover-fact.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Handovers as the caller may see them, newest first. */
@Injectable()
export class ListHandovers {
  constructor(
    private readonly handovers: Handovers,
    private readonly clocks: ClockBook,
    private readonly clock: BusinessClock,
    private readonly dataSource: DataSource,
  ) {}

  async execute(
    caller: Caller,
    query: ListHandoversQuery,
  ): Promise<{ items: HandoverReply[]; next: string | null }> {
    const rows = this.handovers.visible(caller);
    for (const name of ['hazardNo', 'status', 'track', 'orgCode'] as const) {
      if (query[name] !== undefined) rows.andWhere(`handover.${name} = :${name}`, { [name]: query[name] });
    }
    if (query.overdue !== undefined) {
      const late = `EXISTS (SELECT 1 FROM clock c WHERE c.subject = handover.id::text AND c.kind = 'acknowledge'
                     AND c.state = 'open' AND c.due <= :now)`;
      rows.andWhere(query.overdue ? late : `NOT ${late}`, { now: this.clock.now() });
    }
    if (query.after !== undefined) {
      const [at, id] = decodeCursor(query.after, Position);
      rows.andWhere('(handover.dispatched_at, handover.id) < (:at, :afterId)', { at, afterId: id });
    }
    const found = await rows
      .orderBy('handover.dispatchedAt', 'DESC')
      .addOrderBy('handover.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      items: await this.repliesOf(this.dataSource.manager, page),
      next: last ? encodeCursor([last.dispatchedAt.toISOString(), last.id]) : null,
    };
  }

  /** The handover as the transaction that answered it left it. */
  async replyOf(work: Work, handover: Handover): Promise<HandoverReply> {
    const [reply] = await this.repliesOf(work.tx, [handover]);
    if (!reply) throw new Error(`no reply for handover ${handover.id}`);
    return reply;
  }

  /** Handovers with the due date of the clock under which they must be answered. */
  private async repliesOf(tx: EntityManager, handovers: readonly Handover[]): Promise<HandoverReply[]> {
    const ids = handovers.map(({ id }) => id);
    const clocks = await this.clocks.ofSubjects(tx, 'acknowledge', ids);
    const now = this.clock.now();
    return handovers.map((handover) => {
      const clock = clocks.get(handover.id);
      return {
        ...factOf(handover),
        dueAt: clock?.due.toISOString() ?? null,
        overdue: clock?.state === 'open' && clock.due <= now,
        reason: handover.reason,
        predecessorId: handover.predecessorId,
        placeCode: handover.placeCode,
        fieldCode: handover.fieldCode,
      };
    });
  }
}
