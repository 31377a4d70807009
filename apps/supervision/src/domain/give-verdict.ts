import { Injectable } from '@nestjs/common';
import type { CaseReply, GiveVerdict as GiveVerdictCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Acceptance } from '../persistence/acceptance.entity.ts';
import { Cases } from '../persistence/cases.repository.ts';
import { CaseSteps } from './case-steps.ts';
import { acceptingOffice } from './sides.ts';
import { checkVisit, nextDeadline } from './verdict-rules.ts';

/** 验收结论: given by others than the rectifying side; a failed verdict leads back to rectifying, under a new date. */
@Injectable()
export class GiveVerdict {
  constructor(
    private readonly steps: CaseSteps,
    private readonly cases: Cases,
    private readonly reference: ReferenceBook,
  ) {}

  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    command: GiveVerdictCommand,
  ): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const rectifiers = await this.cases.rectifiers(work, hazardNo);
    const acting = acceptingOffice(standings, hazard, caller.person, rectifiers);
    const office = this.steps.require('giveVerdict', hazard, acting);
    const { passed, opinion, visitedOn } = command;
    checkVisit(visitedOn, hazard, work.now);
    const { dayEnds } = this.reference.requirePolicy(hazard.campaignCode, toLocalDate(work.now));
    const newDeadline = nextDeadline(command, work.now, dayEnds);

    const { round } = hazard;
    const decidedAt = work.now.toISOString();
    const decided = { decidedAt: work.now, decidedBy: work.actor.person, decidedOrg: office.orgCode };
    await work.tx.update(
      Acceptance,
      { hazardNo, round },
      { passed, opinion, visitedOn, newDeadline, ...decided },
    );
    return this.steps.close(
      work,
      hazard,
      {
        type: 'acceptance.decided',
        data: { hazardNo, round, passed, decidedAt, newDeadline: newDeadline?.toISOString() ?? null },
      },
      { ...(newDeadline && { changes: { deadline: newDeadline } }), detail: { ...command } },
    );
  }
}
