import { Injectable } from '@nestjs/common';
import type { CaseReply, StrikeOff as StrikeOffCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { Cases } from '../persistence/cases.repository.ts';
import { StrikeOffRecord } from '../persistence/strike-off.entity.ts';
import { CaseSteps } from './case-steps.ts';
import { signingOffice } from './sides.ts';

/** 办结销号: the end of the hazard's state. */
@Injectable()
export class StrikeOff {
  constructor(
    private readonly steps: CaseSteps,
    private readonly cases: Cases,
  ) {}

  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    { opinion }: StrikeOffCommand,
  ): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const verdictBy = await this.cases.verdictBy(work, hazardNo, hazard.round);
    const acting = signingOffice(standings, hazard, caller.person, verdictBy);
    const office = this.steps.require('strikeOff', hazard, acting);

    await work.tx.insert(StrikeOffRecord, {
      hazardNo,
      opinion,
      struckOffAt: work.now,
      signedBy: work.actor.person,
      signedOrg: office.orgCode,
    });
    return this.steps.close(
      work,
      hazard,
      { type: 'hazard.struckOff', data: { hazardNo, struckOffAt: work.now.toISOString() } },
      { detail: { opinion } },
    );
  }
}
