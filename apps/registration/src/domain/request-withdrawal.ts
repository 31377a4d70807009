import { Injectable } from '@nestjs/common';
import type { RequestWithdrawal as RequestWithdrawalCommand, WithdrawalReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { v7 as uuid } from 'uuid';
import { Withdrawals } from '../persistence/withdrawals.repository.ts';
import { ChangeableHazards } from './changeable-hazards.ts';
import { withdrawalReply } from './withdrawal-reply.ts';

/** 申请撤销: a hazard registered in error. Nothing changes for it until somebody else has decided. */
@Injectable()
export class RequestWithdrawal {
  constructor(
    private readonly changeable: ChangeableHazards,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** @throws withdrawal.open, and what `ChangeableHazards` refuses */
  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    { reason }: RequestWithdrawalCommand,
  ): Promise<WithdrawalReply> {
    const { office, withdrawal: latest } = await this.changeable.open(work, caller, hazardNo);
    if (latest?.state === 'requested') throw new DomainError('withdrawal.open');
    const withdrawal = {
      id: uuid(),
      hazardNo,
      state: 'requested' as const,
      reason,
      requestedAt: work.now,
      requestedBy: work.actor.person,
      requestedOrg: office.orgCode,
      opinion: null,
      decidedAt: null,
      decidedBy: null,
      decidedOrg: null,
      confirmations: {},
      endedAt: null,
    };
    await this.withdrawals.insert(work, withdrawal);
    work.record({
      action: 'withdrawal.requested',
      subject: hazardNo,
      before: null,
      after: { withdrawalId: withdrawal.id, reason },
    });
    return withdrawalReply(withdrawal);
  }
}
