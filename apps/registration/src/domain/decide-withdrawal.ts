import { Injectable } from '@nestjs/common';
import type { DecideWithdrawal as DecideWithdrawalCommand, WithdrawalReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { Hazards } from '../persistence/hazards.repository.ts';
import type { HazardWithdrawal } from '../persistence/hazard-withdrawal.entity.ts';
import { Withdrawals } from '../persistence/withdrawals.repository.ts';
import { withdrawalReply } from './withdrawal-reply.ts';

/** 决定撤销: by the campaign office, never by whoever asked for it. Once approved every owner ends its part. */
@Injectable()
export class DecideWithdrawal {
  constructor(
    private readonly hazards: Hazards,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** @throws hazard.notFound, auth.notAllowed, withdrawal.notFound, withdrawal.decided, withdrawal.samePerson */
  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    { approved, opinion }: DecideWithdrawalCommand,
  ): Promise<WithdrawalReply> {
    if (!(await this.hazards.find(caller.scope, hazardNo, work.tx)))
      throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const office = caller.offices.find(
      ({ campaignOffice, role }) => campaignOffice && (role === 'handler' || role === 'leader'),
    );
    if (!office) throw new DomainError('auth.notAllowed');
    // Whoever changes the hazard holds its row first: a correction does not slip in beside the decision.
    await this.hazards.lock(work, hazardNo);
    const requested = await this.requested(work, hazardNo);
    if (requested.requestedBy === caller.person) throw new DomainError('withdrawal.samePerson');

    const state = approved ? 'approved' : 'refused';
    const decision = { opinion, decidedAt: work.now, decidedBy: caller.person, decidedOrg: office.orgCode };
    await this.withdrawals.update(work, requested.id, { state, ...decision });
    if (approved) this.announce(work, requested);
    work.record({
      action: `withdrawal.${state}`,
      subject: hazardNo,
      before: { withdrawalId: requested.id, state: requested.state },
      after: { withdrawalId: requested.id, state, opinion },
    });
    return withdrawalReply({ ...requested, state, ...decision });
  }

  private async requested(
    work: Work,
    hazardNo: string,
  ): Promise<Pick<HazardWithdrawal, keyof HazardWithdrawal>> {
    const latest = await this.withdrawals.lockLatest(work, hazardNo);
    if (!latest) throw new DomainError('withdrawal.notFound');
    if (latest.state !== 'requested') throw new DomainError('withdrawal.decided');
    return latest;
  }

  private announce(work: Work, { id, hazardNo }: HazardWithdrawal): void {
    work.emit({
      topic: 'registration',
      type: 'withdrawal.approved',
      key: hazardNo,
      data: { hazardNo, withdrawalId: id, approvedAt: work.now.toISOString() },
    });
  }
}
