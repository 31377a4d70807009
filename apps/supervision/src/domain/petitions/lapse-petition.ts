import { Injectable } from '@nestjs/common';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { Petitions } from '../../persistence/petitions.repository.ts';

/** With the clock of rectification ends what could have been decided about it. */
@Injectable()
export class LapsePetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly clocks: ClockBook,
  ) {}

  async execute(work: Work, hazardNo: string): Promise<void> {
    const pending = await this.petitions.pendingOf(work, hazardNo);
    if (!pending) return;
    const { id: petitionId, round } = pending;
    await this.petitions.update(work, petitionId, { state: 'lapsed', lapsedAt: work.now });
    await this.clocks.cancel(work, { kind: 'extensionDecision', subject: petitionId });
    work.emit({
      topic: 'supervision',
      type: 'petition.lapsed',
      key: hazardNo,
      data: { hazardNo, petitionId, round, lapsedAt: work.now.toISOString() },
    });
    work.record({
      action: 'petition.lapsed',
      subject: hazardNo,
      before: { petitionId, state: 'pending' },
      after: { petitionId, state: 'lapsed' },
    });
  }
}
