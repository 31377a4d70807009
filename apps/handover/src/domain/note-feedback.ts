import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';

/**
 * Keeps when the first plan, progress or completion of a hazard came: from then on its handovers are not without
 * feedback. Heard before the handovers are there, it holds for them as well.
 */
@Injectable()
export class NoteFeedback {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
  ) {}

  async execute(work: Work, hazardNo: string, at: string): Promise<void> {
    await this.handovers.lockHazard(work, hazardNo);
    if (await this.changes.feedback(work, hazardNo, at)) await this.handovers.feedback(work, hazardNo, at);
  }
}
