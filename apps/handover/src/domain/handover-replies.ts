import type { ClockRow } from '@bihuan/platform/persistence';
import { Injectable } from '@nestjs/common';
import type { HandoverReply } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import type { Work } from '@bihuan/platform/commands';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { factOf } from './handover-fact.ts';

/** Handovers as callers read them: with the due date of the clock under which they wait. */
@Injectable()
export class HandoverReplies {
  constructor(
    private readonly handovers: Handovers,
    private readonly clock: BusinessClock,
  ) {}

  /** The handover as the transaction that answered it left it. */
  async of(work: Work, handover: Handover): Promise<HandoverReply> {
    const [reply] = await this.ofAll([handover], work);
    if (!reply) throw new Error(`no reply for handover ${handover.id}`);
    return reply;
  }

  /** @param work where the replies belong to an open transaction */
  async ofAll(handovers: readonly Handover[], work?: Work): Promise<HandoverReply[]> {
    const clocks = await this.handovers.clocksOf(handovers, work);
    const now = this.clock.now();
    return handovers.map((handover) => {
      const clock = clocks.get(handover.id);
      const { answer, reason, reasonCode, decisionReason, responsible, opinion, reported } = handover;
      return {
        ...factOf(handover),
        dueAt: clock?.due.toISOString() ?? null,
        overdue: clock !== undefined && isLate(clock, now),
        ...{ answer, reason, reasonCode, decisionReason, responsible, opinion, reported },
        receipt: receiptOf(handover),
        feedbackAt: handover.feedbackAt?.toISOString() ?? null,
        predecessorId: handover.predecessorId,
        placeCode: handover.placeCode,
        fieldCode: handover.fieldCode,
      };
    });
  }
}

/** Null while nobody has answered, and where a ledger tells of the answer. */
function receiptOf({ orgCode, receivedBy, receivedAs, answeredAt }: Handover): HandoverReply['receipt'] {
  if (receivedBy === null || receivedAs === null || answeredAt === null) return null;
  return { person: receivedBy, orgCode, role: receivedAs, at: answeredAt.toISOString() };
}

/** A clock that stands still since before its due is not late by what passes meanwhile. */
function isLate({ state, due, pausedAt }: ClockRow, now: Date): boolean {
  return state === 'open' && due <= now && (pausedAt === null || pausedAt >= due);
}
