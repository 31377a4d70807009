import { Injectable } from '@nestjs/common';
import type { ApplyForAcceptance as ApplyForAcceptanceCommand, CaseReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { Acceptance } from '../persistence/acceptance.entity.ts';
import { CaseSteps } from './case-steps.ts';
import { rectifyingOffice } from './sides.ts';

/** 申请验收: from here on the accepting side's clock runs. */
@Injectable()
export class ApplyForAcceptance {
  constructor(private readonly steps: CaseSteps) {}

  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    { statement }: ApplyForAcceptanceCommand,
  ): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const office = this.steps.require('applyForAcceptance', hazard, rectifyingOffice(standings, hazard));

    const { round } = hazard;
    await work.tx.insert(Acceptance, {
      hazardNo,
      round,
      statement,
      appliedAt: work.now,
      appliedBy: work.actor.person,
      appliedOrg: office.orgCode,
    });
    return this.steps.close(
      work,
      hazard,
      { type: 'acceptance.applied', data: { hazardNo, round, appliedAt: work.now.toISOString() } },
      { detail: { statement } },
    );
  }
}
