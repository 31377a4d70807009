import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import { confirmWithdrawal, type Work } from '@bihuan/platform/commands';
import { Cases } from '../persistence/cases.repository.ts';
import { CaseClocks } from './case-clocks.ts';
import { LeaveInterview } from './interviews/leave-interview.ts';
import { withdrawn } from './known-case.ts';

/**
 * Ends what supervision has to do with a hazard registered in error: no step is taken any more. Here it is decided
 * which came first, the approval or the strike-off: what was struck off stays so.
 */
@Injectable()
export class EndWithdrawn {
  constructor(
    private readonly cases: Cases,
    private readonly clocks: CaseClocks,
    private readonly leaveInterview: LeaveInterview,
  ) {}

  async execute(work: Work, approved: EventData<'withdrawal.approved'>): Promise<void> {
    const before = await this.cases.lockOrOpen(work, approved.hazardNo);
    if (before.facts.struckOffAt) {
      confirmWithdrawal(work, 'supervision', approved, 'struckOff');
      return;
    }
    const after = withdrawn(before, approved.approvedAt, work.now);
    await this.cases.store(work, after);
    await this.clocks.keep(work, before, after);
    await this.leaveInterview.execute(work, approved.hazardNo);
    confirmWithdrawal(work, 'supervision', approved, 'ended');
  }
}
