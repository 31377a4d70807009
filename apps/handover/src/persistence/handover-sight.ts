import { Injectable } from '@nestjs/common';
import { Caller } from '@bihuan/platform/auth';
import { HazardSight } from '@bihuan/platform/commands';
import { Handovers } from './handovers.repository.ts';

/** Who may see a handover of the hazard may read its history and clocks. */
@Injectable()
export class HandoverSight extends HazardSight {
  constructor(private readonly handovers: Handovers) {
    super();
  }

  override sees(caller: Caller, hazardNo: string): Promise<boolean> {
    return this.handovers.visible(caller).andWhere('handover.hazardNo = :hazardNo', { hazardNo }).getExists();
  }
}
