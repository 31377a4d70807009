import { Injectable } from '@nestjs/common';
import type { HazardState, OfficeHeld } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { Hazard } from '../persistence/hazard.entity.ts';
import type { HazardWithdrawal } from '../persistence/hazard-withdrawal.entity.ts';
import { Hazards } from '../persistence/hazards.repository.ts';
import { Withdrawals } from '../persistence/withdrawals.repository.ts';
import { officeInCharge } from './office-in-charge.ts';

/** Hazards whose registration may still be changed, each held by whoever changes it. */
@Injectable()
export class ChangeableHazards {
  constructor(
    private readonly hazards: Hazards,
    private readonly withdrawals: Withdrawals,
  ) {}

  /**
   * The hazard, locked, with the office in which the caller changes it.
   *
   * @throws hazard.notFound, auth.notAllowed; hazard.stateConflict once it is struck off or its withdrawal is approved
   */
  async open(
    work: Work,
    caller: Caller,
    hazardNo: string,
  ): Promise<{
    readonly hazard: Hazard;
    readonly office: OfficeHeld;
    /** The latest one, if any; never one that is approved. */
    readonly withdrawal: HazardWithdrawal | null;
  }> {
    const found = await this.hazards.find(caller.scope, hazardNo, work.tx);
    if (!found) throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const office = officeInCharge(caller.offices, found.hazard.registeredOrg);
    const hazard = await this.hazards.lock(work, hazardNo);
    const withdrawal = await this.withdrawals.lockLatest(work, hazardNo);
    const withdrawn = withdrawal?.state === 'approved' || withdrawal?.state === 'completed';
    const state: HazardState = withdrawn ? 'withdrawn' : found.state;
    if (state === 'struckOff' || state === 'withdrawn')
      throw new DomainError('hazard.stateConflict', { params: { state } });
    return { hazard, office, withdrawal };
  }
}
