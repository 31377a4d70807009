import { Injectable } from '@nestjs/common';
import type { EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { Withdrawals } from '../persistence/withdrawals.repository.ts';
import { stateAfter } from './withdrawal-rules.ts';

/** Takes in that an owner has ended its part of a withdrawn hazard; with the last one the hazard is withdrawn. */
@Injectable()
export class ConfirmWithdrawal {
  constructor(private readonly withdrawals: Withdrawals) {}

  async execute(work: Work, { data }: EventOf<'withdrawal.confirmed'>): Promise<void> {
    const { hazardNo, withdrawalId, owner, outcome } = data;
    const withdrawal = await this.withdrawals.lock(work, withdrawalId);
    // Only its own approval is ever confirmed; one that has ended was confirmed by all.
    if (withdrawal?.state !== 'approved') return;
    const confirmations = { ...withdrawal.confirmations, [owner]: outcome };
    const state = stateAfter(confirmations);
    const endedAt = state === 'approved' ? null : work.now;
    await this.withdrawals.update(work, withdrawalId, { confirmations, state, endedAt });
    if (state === 'approved') return;
    if (state === 'completed')
      work.emit({
        topic: 'registration',
        type: 'hazard.withdrawn',
        key: hazardNo,
        data: { hazardNo, withdrawalId, withdrawnAt: work.now.toISOString() },
      });
    work.record({
      action: `withdrawal.${state}`,
      subject: hazardNo,
      before: { withdrawalId, state: 'approved' },
      after: { withdrawalId, state, confirmations },
    });
  }
}
