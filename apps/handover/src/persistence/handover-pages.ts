import { Injectable } from '@nestjs/common';
import { clockIdOf, type HandoverReply, type ListHandovers } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
import type { Work } from '@bihuan/platform/commands';
import { ClockRow } from '@bihuan/platform/persistence';
import { DataSource, type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import type { Handover } from './handover.entity.ts';
import { Handovers } from './handovers.repository.ts';
import { factOf } from '../domain/handover-fact.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

const acknowledgeClock = (id: string): string =>
  clockIdOf({ owner: 'handover', kind: 'acknowledge', subject: id });

/** Handovers as the caller may see them, newest first. */
@Injectable()
export class HandoverPages {
  constructor(
    private readonly handovers: Handovers,
    private readonly clock: BusinessClock,
    private readonly dataSource: DataSource,
  ) {}

  async read(caller: Caller, query: ListHandovers): Promise<{ items: HandoverReply[]; next: string | null }> {
    const rows = this.handovers.visible(caller);
    for (const name of ['hazardNo', 'status', 'track', 'orgCode'] as const) {
      if (query[name] !== undefined) rows.andWhere(`handover.${name} = :${name}`, { [name]: query[name] });
    }
    if (query.overdue !== undefined) {
      const late = `EXISTS (SELECT 1 FROM clock c WHERE c.id = 'handover.acknowledge.' || handover.id
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
    const ids = handovers.map(({ id }) => acknowledgeClock(id));
    const rows = await tx.findBy(ClockRow, { id: In(ids) });
    const clocks = new Map(rows.map((clock) => [clock.id, clock]));
    const now = this.clock.now();
    return handovers.map((handover) => {
      const clock = clocks.get(acknowledgeClock(handover.id));
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
