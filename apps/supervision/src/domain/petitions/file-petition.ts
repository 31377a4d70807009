import { Injectable } from '@nestjs/common';
import type { ClockFact, FilePetition as FilePetitionCommand, PetitionReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { petitionRulesOf, petitionTerms, toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import type { PetitionRow } from '../../persistence/petition.entity.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import { CaseSteps } from '../case-steps.ts';
import type { KnownCase } from '../known-case.ts';
import { rectifyingOffice, type Standing } from '../sides.ts';
import { CheckPetition } from './check-petition.ts';
import { decidingOrganisation } from './deciding-organisation.ts';
import { PetitionReplies } from './petition-replies.ts';
import { RectificationClock } from './rectification-clock.ts';

/** 申请延期: by the rectifying side. The running date stands, and its clock runs on, until somebody has decided. */
@Injectable()
export class FilePetition {
  constructor(
    private readonly steps: CaseSteps,
    private readonly rectification: RectificationClock,
    private readonly check: CheckPetition,
    private readonly petitions: Petitions,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
    private readonly replies: PetitionReplies,
  ) {}

  /** @throws auth.notAllowed, petition.clockEnded, petition.pending, and what `CheckPetition` refuses */
  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    command: FilePetitionCommand,
  ): Promise<PetitionReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const office = this.steps.requireOffice(rectifyingOffice(standings, hazard));
    const { startedAt: start, due, pausedAt, policyVersion } = await this.rectification.running(work, hazard);
    const policy = this.reference.requirePolicyVersion(hazard.campaignCode, policyVersion, work.now);
    await this.check.execute(work, hazard, command, { due, policy });

    const terms = petitionTerms(petitionRulesOf(policy), { start, due }, this.reference.calendar());
    const petition = petitionOf(work, hazard, office, command, {
      ...{ runningDue: due, fileBy: terms.fileBy },
      // While the clock stands still no time passes for a petition about it.
      late: (pausedAt ?? work.now) >= terms.fileBy,
    });
    if (!(await this.petitions.insert(work, petition))) throw new DomainError('petition.pending');
    const decider = decidingOrganisation(this.reference.organisations(toLocalDate(work.now)));
    const clock = await this.clocks.open(work, {
      kind: 'extensionDecision',
      subject: petition.id,
      hazardNo,
      start: work.now,
      period: terms.decideIn,
      waitsFor: { orgCode: decider.code, orgName: decider.nameZh },
      policy,
    });
    this.announce(work, petition, clock, command);
    return this.replies.of(work, petition);
  }

  private announce(work: Work, petition: PetitionRow, clock: ClockFact, command: FilePetitionCommand): void {
    const { id: petitionId, hazardNo, round, filedOrg, late, until, reason, runningDue } = petition;
    work.emit({
      topic: 'supervision',
      type: 'petition.filed',
      key: hazardNo,
      data: {
        hazardNo,
        petitionId,
        round,
        filedAt: work.now.toISOString(),
        filedOrg,
        late,
        until,
        reason,
        runningDue: runningDue.toISOString(),
        decision: { ...clock.waitsFor, due: clock.due },
      },
    });
    work.record({
      action: 'petition.filed',
      subject: hazardNo,
      before: null,
      after: { petitionId, late, runningDue: runningDue.toISOString(), ...command },
    });
  }
}

function petitionOf(
  work: Work,
  { hazardNo, round }: KnownCase,
  { orgCode }: Standing,
  command: FilePetitionCommand,
  dates: Pick<PetitionRow, 'runningDue' | 'fileBy' | 'late'>,
): PetitionRow {
  return {
    id: uuid(),
    hazardNo,
    round,
    state: 'pending',
    ...command,
    ...dates,
    filedAt: work.now,
    filedBy: work.actor.person,
    filedOrg: orgCode,
    grantedUntil: null,
    opinion: null,
    decidedAt: null,
    decidedBy: null,
    decidedOrg: null,
    lapsedAt: null,
  };
}
