import { Injectable } from '@nestjs/common';
import type { AcknowledgeHandover, GiveHandoverTo, HandoverAnswer, RefuseHandover } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { decideAnswer } from './answer-rules.ts';
import { factOf } from './handover-fact.ts';
import { OpenHandover } from './open-handover.ts';
import { RefusalDecider } from './refusal-decider.ts';
import { TakeUp } from './take-up.ts';
import { transferTargetOf } from './transfer-target.ts';

const answers = {
  acknowledge: 'acknowledged',
  refuse: 'refused',
  transfer: 'transferred',
} as const satisfies Record<string, HandoverAnswer>;

/** 签收、拒收、转交: the addressee's three different answers, each timed, each with its proof of receipt. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly takeUp: TakeUp,
    private readonly openHandover: OpenHandover,
    private readonly decider: RefusalDecider,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
    private readonly handovers: Handovers,
  ) {}

  /** The organisation takes the hazard on, and says who there answers for it. */
  async acknowledge(
    work: Work,
    caller: Caller,
    id: string,
    { opinion, ...responsible }: AcknowledgeHandover,
  ): Promise<Handover> {
    const answered = await this.answer(work, caller, id, 'acknowledge');
    const after = Object.assign(answered, { settled: true, responsible, opinion: opinion ?? null });
    work.emit({ topic: 'handover', type: 'handover.acknowledged', key: after.hazardNo, data: factOf(after) });
    return this.close(work, after);
  }

  /** The refusal waits for its decision: by the campaign office, or one level up where it is the second in a row. */
  async refuse(
    work: Work,
    caller: Caller,
    id: string,
    { reasonCode, reason }: RefuseHandover,
  ): Promise<Handover> {
    const answered = await this.answer(work, caller, id, 'refuse');
    const decider = await this.decider.of(work, answered);
    const after = Object.assign(answered, { reasonCode, reason, raised: decider.raised });
    work.emit({
      topic: 'handover',
      type: 'handover.refused',
      key: after.hazardNo,
      data: { ...factOf(after), reasonCode, reason },
    });
    await this.clocks.open(work, {
      kind: 'refusalDecision',
      subject: after.id,
      hazardNo: after.hazardNo,
      start: work.now,
      policy: this.reference.requirePolicy(after.campaignCode, toLocalDate(work.now)),
      waitsFor: { orgCode: decider.organisation.code, orgName: decider.organisation.nameZh },
    });
    return this.close(work, after);
  }

  /**
   * Closes this handover and opens its successor at the other organisation, with an acknowledge clock of its own. It
   * does not go back to one that passed it on: each transfer gives another working day, and nobody above would hear of
   * two that pass it to and fro. Whoever wants to give it back refuses it, and the office decides.
   */
  async transfer(
    work: Work,
    caller: Caller,
    id: string,
    { toOrgCode, reason }: GiveHandoverTo,
  ): Promise<Handover> {
    const after = Object.assign(await this.answer(work, caller, id, 'transfer'), { reason });
    const target = transferTargetOf(this.reference, after, toOrgCode, toLocalDate(work.now));
    if (await this.handovers.wasPassedOn(work, after, target.code))
      throw new DomainError('handover.passedOnBefore', { pointer: '/toOrgCode' });
    const successorId = uuid();
    work.emit({
      topic: 'handover',
      type: 'handover.transferred',
      key: after.hazardNo,
      data: { ...factOf(after), reason, successorId },
    });
    await this.close(work, after);
    return this.openHandover.execute(work, after, after.track, target, after.id, successorId);
  }

  private async answer(
    work: Work,
    caller: Caller,
    id: string,
    answer: keyof typeof answers,
  ): Promise<Handover> {
    const handover = await this.takeUp.execute(work, caller, id);
    const office = addressedOffice(caller, handover.orgCode);
    if (!office) throw new DomainError('auth.notAllowed');
    const decision = decideAnswer(answer, 'addressee', handover);
    if ('refused' in decision) throw new DomainError(decision.refused);
    const { late } = await this.clocks.meet(work, { kind: 'acknowledge', subject: id });
    return Object.assign(handover, {
      status: decision.to,
      version: handover.version + 1,
      answer: answers[answer],
      answeredAt: work.now,
      receivedBy: caller.person,
      receivedAs: office.role,
      late,
    });
  }

  private async close(work: Work, after: Handover): Promise<Handover> {
    const { id, hazardNo, status, version, answer, answeredAt, receivedBy, receivedAs, late } = after;
    const { settled, raised, reasonCode, reason, responsible, opinion } = after;
    await work.tx.update(
      Handover,
      { id },
      {
        ...{ status, version, answer, answeredAt, receivedBy, receivedAs, late },
        ...{ settled, raised, reasonCode, reason, responsible, opinion },
      },
    );
    // Names and telephone numbers are not for a trail that nothing can be taken out of.
    work.record({
      action: `handover.${status}`,
      subject: hazardNo,
      before: { handoverId: id, status: 'dispatched' },
      after: { handoverId: id, status, late, raised, reasonCode, reason, opinion },
    });
    return after;
  }
}

/** The caller's office at the organisation addressed, in which it may answer. */
function addressedOffice(caller: Caller, orgCode: string): Caller['offices'][number] | undefined {
  return caller.offices.find(
    (office) => office.orgCode === orgCode && ['handler', 'leader', 'system'].includes(office.role),
  );
}
