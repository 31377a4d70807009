import { Injectable } from '@nestjs/common';
import type { CaseReply, ReportProgress as ReportProgressCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { v7 as uuid } from 'uuid';
import { ProgressReport } from '../persistence/progress-report.entity.ts';
import { CaseSteps } from './case-steps.ts';
import { rectifyingOffice } from './sides.ts';

/** 报告整改进展: ends one progress clock and begins the next. */
@Injectable()
export class ReportProgress {
  constructor(private readonly steps: CaseSteps) {}

  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    command: ReportProgressCommand,
  ): Promise<CaseReply> {
    const { hazard, standings } = await this.steps.open(work, caller, hazardNo);
    const office = this.steps.require('reportProgress', hazard, rectifyingOffice(standings, hazard));

    const { percent, note } = command;
    await work.tx.insert(ProgressReport, {
      id: uuid(),
      hazardNo,
      round: hazard.round,
      percent,
      note,
      reportedAt: work.now,
      reportedBy: work.actor.person,
      reportedOrg: office.orgCode,
    });
    return this.steps.close(
      work,
      hazard,
      { type: 'progress.reported', data: { hazardNo, percent, reportedAt: work.now.toISOString() } },
      {
        changes: { progressReports: hazard.progressReports + 1, lastProgressAt: work.now },
        detail: { percent, note },
      },
    );
  }
}
