import { Injectable } from '@nestjs/common';
import type { Organisation, Track } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import { factOf } from './handover-fact.ts';
import { type HandedHazard, unanswered } from './unanswered.ts';

/** Dispatches one handover to one organisation, under its own acknowledge clock. */
@Injectable()
export class OpenHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  async execute(
    work: Work,
    hazard: HandedHazard,
    track: Track,
    to: Organisation,
    predecessorId: string | null,
    id: string = uuid(),
  ): Promise<Handover> {
    const ordinal =
      predecessorId === null ? 1 : 1 + (await this.handovers.countOf(work, hazard.hazardNo, track));
    const handover: Handover = {
      ...unanswered(hazard, track, to, ordinal),
      ...{ id, predecessorId, dispatchedAt: work.now },
      feedbackAt: (await this.changes.of(work, hazard.hazardNo))?.feedbackAt ?? null,
    };
    await work.tx.insert(Handover, handover);
    work.emit({
      topic: 'handover',
      type: 'handover.dispatched',
      key: hazard.hazardNo,
      data: factOf(handover),
    });
    work.record({
      action: 'handover.dispatched',
      subject: hazard.hazardNo,
      before: null,
      after: factOf(handover),
    });
    await this.clocks.open(work, {
      kind: 'acknowledge',
      subject: handover.id,
      hazardNo: hazard.hazardNo,
      start: work.now,
      policy: this.reference.requirePolicy(hazard.campaignCode, toLocalDate(work.now)),
      waitsFor: { orgCode: to.code, orgName: to.nameZh },
    });
    return handover;
  }
}
