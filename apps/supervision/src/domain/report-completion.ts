import { Injectable } from '@nestjs/common';
import type { CaseReply, ReportCompletion as ReportCompletionCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { CompletionReport } from '../persistence/completion-report.entity.ts';
import { CaseSteps } from './case-steps.ts';
import { completionOnTime } from './completion-rules.ts';
import { RectificationClock } from './petitions/rectification-clock.ts';
import { rectifyingOffice } from './sides.ts';

/** 报告整改完成: ends the rectification clock of the round, and with it the reports on progress. */
@Injectable()
export class ReportCompletion {
  constructor(
    private readonly steps: CaseSteps,
    private readonly rectification: RectificationClock,
  ) {}

  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    command: ReportCompletionCommand,
  ): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const office = this.steps.require('reportCompletion', hazard, rectifyingOffice(standings, hazard));
    const clock = await this.rectification.find(work, hazard);
    const onTime = completionOnTime(hazard, clock, command.finishedOn, work.now);

    const { round } = hazard;
    await work.tx.insert(CompletionReport, {
      hazardNo,
      round,
      ...command,
      onTime,
      reportedAt: work.now,
      reportedBy: work.actor.person,
      reportedOrg: office.orgCode,
    });
    return this.steps.close(
      work,
      hazard,
      { type: 'completion.reported', data: { hazardNo, round, reportedAt: work.now.toISOString(), onTime } },
      { detail: { ...command, onTime } },
    );
  }
}
