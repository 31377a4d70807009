import { Injectable } from '@nestjs/common';
import type { WithdrawalReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { Hazards } from '../persistence/hazards.repository.ts';
import { Withdrawals } from '../persistence/withdrawals.repository.ts';
import { withdrawalReply } from './withdrawal-reply.ts';

/** The latest withdrawal of a hazard that the caller may see. */
@Injectable()
export class ReadWithdrawal {
  constructor(
    private readonly hazards: Hazards,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** @throws hazard.notFound, withdrawal.notFound */
  async execute(caller: Caller, hazardNo: string): Promise<WithdrawalReply> {
    if (!(await this.hazards.find(caller.scope, hazardNo)))
      throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const latest = await this.withdrawals.latest(hazardNo);
    if (!latest) throw new DomainError('withdrawal.notFound');
    return withdrawalReply(latest);
  }
}
