import { Injectable } from '@nestjs/common';
import type { DecidePetition as DecidePetitionCommand, PetitionReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook, type Extension } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import {
  decisionRefusal,
  dueOfNamedDate,
  isOwnPetition,
  lastDayRefusal,
  leastLateReason,
} from '@bihuan/process-core';
import type { PetitionRow } from '../../persistence/petition.entity.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import { CaseSteps } from '../case-steps.ts';
import type { KnownCase } from '../known-case.ts';
import { petitionOffice, type Standing } from '../sides.ts';
import { PetitionReplies } from './petition-replies.ts';
import { RectificationClock } from './rectification-clock.ts';

/** 决定延期申请: agreed, in whole or in part, or refused, in which case the old date stands. */
@Injectable()
export class DecidePetition {
  constructor(
    private readonly steps: CaseSteps,
    private readonly petitions: Petitions,
    private readonly rectification: RectificationClock,
    private readonly clocks: ClockBook,
    private readonly replies: PetitionReplies,
  ) {}

  /**
   * @throws petition.notFound, petition.ownPetition, auth.notAllowed, petition.decided, petition.reasonTooShort,
   *   petition.beyondAsked, petition.notLater, hazard.deadlinePast
   */
  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    petitionId: string,
    command: DecidePetitionCommand,
  ): Promise<PetitionReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const petition = await this.petitions.find(work, hazardNo, petitionId);
    if (!petition) throw new DomainError('petition.notFound');
    const office = this.requireOther(caller, standings, petition);
    if (petition.state !== 'pending') throw new DomainError('petition.decided');
    const refusal = decisionRefusal(command, petition);
    if (refusal)
      throw new DomainError(refusal.code, { pointer: refusal.pointer, params: { least: leastLateReason } });

    const { agreed, opinion } = command;
    const grantedUntil = agreed ? (command.until ?? petition.until) : null;
    const deadline = await this.settle(work, hazard, grantedUntil, {
      reason: opinion,
      reference: petitionId,
    });
    const changes = {
      state: agreed ? ('agreed' as const) : ('refused' as const),
      grantedUntil,
      opinion,
      decidedAt: work.now,
      decidedBy: work.actor.person,
      decidedOrg: office.orgCode,
    };
    await this.petitions.update(work, petitionId, changes);
    await this.clocks.meet(work, { kind: 'extensionDecision', subject: petitionId });
    this.announce(work, { ...petition, ...changes }, { agreed, opinion, deadline });
    return this.replies.of(work, { ...petition, ...changes });
  }

  private requireOther(caller: Caller, standings: readonly Standing[], petition: PetitionRow): Standing {
    const orgCodes = standings.map(({ orgCode }) => orgCode);
    const filed = { by: petition.filedBy, org: petition.filedOrg };
    if (isOwnPetition({ person: caller.person, orgCodes }, filed))
      throw new DomainError('petition.ownPetition');
    return this.steps.requireOffice(petitionOffice(standings));
  }

  /** The end of rectification after the decision: moved where a day was granted, else as it was. */
  private async settle(
    work: Work,
    hazard: KnownCase,
    grantedUntil: string | null,
    decision: Pick<Extension, 'reason' | 'reference'>,
  ): Promise<Date> {
    const clock = await this.rectification.running(work, hazard);
    if (grantedUntil === null) return clock.due;
    const { now } = work;
    const { registeredAt } = hazard;
    const { dayEnds } = clock;
    const refusal = lastDayRefusal(grantedUntil, { registeredAt, due: clock.due, now, dayEnds });
    if (refusal) throw new DomainError(refusal.code, refusal);
    const due = dueOfNamedDate(grantedUntil, dayEnds);
    return this.rectification.extend(work, hazard, { ...decision, due });
  }

  private announce(
    work: Work,
    { id: petitionId, hazardNo, round, filedOrg, state, grantedUntil }: PetitionRow,
    { agreed, opinion, deadline }: Pick<DecidePetitionCommand, 'agreed' | 'opinion'> & { deadline: Date },
  ): void {
    const at = { decidedAt: work.now.toISOString(), deadline: deadline.toISOString() };
    work.emit({
      topic: 'supervision',
      type: 'petition.decided',
      key: hazardNo,
      data: { hazardNo, petitionId, round, agreed, opinion, filedOrg, ...at },
    });
    work.record({
      action: 'petition.decided',
      subject: hazardNo,
      before: { petitionId, state: 'pending' },
      after: { petitionId, state, grantedUntil, opinion, deadline: at.deadline },
    });
  }
}
