import { Injectable } from '@nestjs/common';
import type { Organisation } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { factOf } from './handover-fact.ts';
import { OpenHandover } from './open-handover.ts';
import type { HandedHazard } from './unanswered.ts';

/**
 * Closes a handover because its hazard belongs elsewhere, and opens its successor there under an acknowledge clock of
 * its own. What the old organisation had taken on stays settled: rectification does not begin anew. Its answer, its
 * reason and its receipt stay on record beside why it was redirected.
 */
@Injectable()
export class RedirectHandover {
  constructor(
    private readonly openHandover: OpenHandover,
    private readonly clocks: ClockBook,
  ) {}

  /** @returns the successor */
  async execute(
    work: Work,
    handover: Pick<Handover, keyof Handover>,
    hazard: HandedHazard,
    to: Organisation,
    reason: string,
  ): Promise<Handover> {
    const { id, hazardNo, track, settled, status: before } = handover;
    const change = { status: 'redirected', version: handover.version + 1, decisionReason: reason } as const;
    await work.tx.update(Handover, { id }, change);
    await this.clocks.cancel(work, { kind: 'acknowledge', subject: id });
    await this.clocks.cancel(work, { kind: 'refusalDecision', subject: id });
    const successorId = uuid();
    work.emit({
      topic: 'handover',
      type: 'handover.redirected',
      key: hazardNo,
      data: { ...factOf({ ...handover, ...change }), reason, successorId, settled },
    });
    work.record({
      action: 'handover.redirected',
      subject: hazardNo,
      before: { handoverId: id, status: before },
      after: { handoverId: id, status: change.status, settled, reason, successorId },
    });
    return this.openHandover.execute(work, hazard, track, to, id, successorId);
  }
}
