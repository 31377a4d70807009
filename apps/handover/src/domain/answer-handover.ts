import { Injectable } from '@nestjs/common';
import type { HandoverStatus } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import { type Answer, type Answerer, decideAnswer } from './answer-rules.ts';
import { campaignOffice } from './campaign-office.ts';
import { factOf } from './handover-fact.ts';
import { OpenHandover } from './open-handover.ts';
import { targetOf } from './transfer-target.ts';

/** 签收、拒收、转交, and the office's insistence: three different answers and one decision, each timed. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly openHandover: OpenHandover,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  async acknowledge(work: Work, caller: Caller, id: string, note: string | undefined): Promise<Handover> {
    const { before, after } = await this.answer(work, caller, id, 'acknowledge', note ?? null);
    work.emit({ topic: 'handover', type: 'handover.acknowledged', key: after.hazardNo, data: factOf(after) });
    return this.close(work, before, after);
  }

  async refuse(work: Work, caller: Caller, id: string, reason: string): Promise<Handover> {
    const { before, after } = await this.answer(work, caller, id, 'refuse', reason);
    work.emit({
      topic: 'handover',
      type: 'handover.refused',
      key: after.hazardNo,
      data: { ...factOf(after), reason },
    });
    const office = campaignOffice(this.reference, toLocalDate(work.now));
    await this.clocks.open(work, {
      kind: 'refusalDecision',
      subject: after.id,
      hazardNo: after.hazardNo,
      start: work.now,
      policy: this.reference.requirePolicy(after.campaignCode, toLocalDate(work.now)),
      waitsFor: { orgCode: office.code, orgName: office.nameZh },
    });
    return this.close(work, before, after);
  }

  /** Closes this handover and opens its successor at the other organisation, with an acknowledge clock of its own. */
  async transfer(
    work: Work,
    caller: Caller,
    id: string,
    toOrgCode: string,
    reason: string,
  ): Promise<Handover> {
    const { before, after } = await this.answer(work, caller, id, 'transfer', reason);
    const target = targetOf(this.reference, after, toOrgCode, toLocalDate(work.now));
    const successorId = uuid();
    work.emit({
      topic: 'handover',
      type: 'handover.transferred',
      key: after.hazardNo,
      data: { ...factOf(after), reason, successorId },
    });
    await this.close(work, before, after);
    return this.openHandover.execute(work, after, after.track, target, after.id, successorId);
  }

  async insist(work: Work, caller: Caller, id: string, reason: string): Promise<Handover> {
    const { before, after } = await this.answer(work, caller, id, 'insist', reason);
    work.emit({ topic: 'handover', type: 'handover.insisted', key: after.hazardNo, data: factOf(after) });
    return this.close(work, before, after);
  }

  private async answer(
    work: Work,
    caller: Caller,
    id: string,
    answer: Answer,
    reason: string | null,
  ): Promise<{ before: HandoverStatus; after: Handover }> {
    const handover = await this.handovers.lockVisible(work, caller, id);
    if (!handover) throw new DomainError('handover.notFound');
    await this.changes.refuseWithdrawn(work, handover.hazardNo);
    const decision = decideAnswer(answer, answererOf(caller, handover), handover.status);
    if ('refused' in decision) throw new DomainError(decision.refused);
    const before = handover.status;
    handover.status = decision.to;
    handover.version += 1;
    handover.answeredAt ??= work.now;
    handover.reason = reason ?? handover.reason;
    const kind = before === 'refused' ? 'refusalDecision' : 'acknowledge';
    const { late } = await this.clocks.meet(work, { kind, subject: id });
    // Whether the addressee was late is settled by the first answer; what the office decides later does not change it.
    if (kind === 'acknowledge') handover.late = late;
    return { before, after: handover };
  }

  private async close(work: Work, before: HandoverStatus, after: Handover): Promise<Handover> {
    const { id, status, version, answeredAt, late, reason } = after;
    await work.tx.update(Handover, { id }, { status, version, answeredAt, late, reason });
    work.record({
      action: `handover.${status}`,
      subject: after.hazardNo,
      before: { handoverId: id, status: before },
      after: { handoverId: id, status, late, reason },
    });
    return after;
  }
}

function answererOf(caller: Caller, handover: Handover): Answerer {
  const addressed = caller.offices.some(
    ({ orgCode, role }) => orgCode === handover.orgCode && ['handler', 'leader', 'system'].includes(role),
  );
  if (addressed) return 'addressee';
  return caller.ofCampaignOffice('handler', 'leader') ? 'office' : 'onlooker';
}
