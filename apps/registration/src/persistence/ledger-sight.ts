import { Injectable } from '@nestjs/common';
import { Caller } from '@bihuan/platform/auth';
import { HazardSight } from '@bihuan/platform/commands';
import { Hazards } from './hazards.repository.ts';

/** Who may see a hazard in the ledger may read its history. */
@Injectable()
export class LedgerSight extends HazardSight {
  constructor(private readonly hazards: Hazards) {
    super();
  }

  override async sees(caller: Caller, hazardNo: string): Promise<boolean> {
    return (await this.hazards.find(caller.scope, hazardNo)) !== null;
  }
}
