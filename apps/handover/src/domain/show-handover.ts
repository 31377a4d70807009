import { Injectable } from '@nestjs/common';
import type { ChainLink, HandoverDetail } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { factOf } from './handover-fact.ts';
import { HandoverReplies } from './handover-replies.ts';

/** One handover with the chain it stands in: who had the track before and after, what they answered and why. */
@Injectable()
export class ShowHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly replies: HandoverReplies,
  ) {}

  /** @throws handover.notFound */
  async execute(caller: Caller, id: string): Promise<HandoverDetail> {
    const handover = await this.handovers.seen(caller, id);
    if (!handover) throw new DomainError('handover.notFound');
    const [reply] = await this.replies.ofAll([handover]);
    if (!reply) throw new Error(`no reply for handover ${id}`);
    return { ...reply, chain: (await this.handovers.chainOf(handover)).map(linkOf) };
  }
}

/** Whom to call at the other organisations is not told. */
function linkOf(handover: Handover): ChainLink {
  const { handoverId, documentNo, orgCode, orgName, status, dispatchedAt, answeredAt, raised } =
    factOf(handover);
  const { answer, reason, reasonCode, decisionReason } = handover;
  return {
    ...{ handoverId, documentNo, orgCode, orgName, status, dispatchedAt, answeredAt, raised },
    ...{ answer, reason, reasonCode, decisionReason },
  };
}
