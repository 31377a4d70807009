import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import { confirmWithdrawal, type Work } from '@bihuan/platform/commands';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';

/** Ends what handover has to do with a hazard registered in error: nobody need answer, and nobody can. */
@Injectable()
export class EndWithdrawn {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly clocks: ClockBook,
  ) {}

  async execute(work: Work, approved: EventData<'withdrawal.approved'>): Promise<void> {
    const { hazardNo, approvedAt } = approved;
    await this.handovers.lockHazard(work, hazardNo);
    await this.changes.withdraw(work, hazardNo, approvedAt);
    await this.handovers.end(work, hazardNo, approvedAt);
    await this.clocks.cancelAll(work, hazardNo);
    confirmWithdrawal(work, 'handover', approved, 'ended');
  }
}
