import { Injectable } from '@nestjs/common';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';

/** Takes a handover up for an answer or a decision: its hazard is locked, and not over yet. */
@Injectable()
export class TakeUp {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
  ) {}

  /** @throws handover.notFound, hazard.stateConflict */
  async execute(work: Work, caller: Caller, id: string): Promise<Handover> {
    const handover = await this.handovers.lockVisible(work, caller, id);
    if (!handover) throw new DomainError('handover.notFound');
    await this.changes.refuseEnded(work, handover.hazardNo);
    return handover;
  }
}
