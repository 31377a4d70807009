import { Injectable } from '@nestjs/common';
import type { CaseReply, FilePlan as FilePlanCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { v7 as uuid } from 'uuid';
import { Plan } from '../persistence/plan.entity.ts';
import { CaseSteps } from './case-steps.ts';
import { rectifyingOffice } from './sides.ts';

/** 报送整改方案: with the six contents; filed again it is a revised plan, and the first filing stays the date. */
@Injectable()
export class FilePlan {
  constructor(private readonly steps: CaseSteps) {}

  async execute(work: Work, caller: Caller, hazardNo: string, command: FilePlanCommand): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const office = this.steps.require('filePlan', hazard, rectifyingOffice(standings, hazard));

    const { funds, ...contents } = command;
    await work.tx.insert(Plan, {
      id: uuid(),
      hazardNo,
      ...contents,
      funds: funds === undefined ? null : String(funds),
      filedAt: work.now,
      filedBy: work.actor.person,
      filedOrg: office.orgCode,
    });
    return this.steps.close(
      work,
      hazard,
      { type: 'plan.filed', data: { hazardNo, filedAt: work.now.toISOString() } },
      { detail: { ...command } },
    );
  }
}
