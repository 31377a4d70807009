import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';

/** Ends the clocks of a hazard that is struck off: whoever got it by a late correction need not answer any more. */
@Injectable()
export class EndStruckOff {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly clocks: ClockBook,
  ) {}

  async execute(work: Work, { hazardNo, struckOffAt }: EventData<'hazard.struckOff'>): Promise<void> {
    await this.handovers.lockHazard(work, hazardNo);
    await this.changes.strikeOff(work, hazardNo, struckOffAt);
    await this.handovers.end(work, hazardNo, struckOffAt);
    await this.clocks.cancelAll(work, hazardNo);
  }
}
