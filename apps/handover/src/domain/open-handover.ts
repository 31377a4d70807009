import { Injectable } from '@nestjs/common';
import type { Organisation, Track } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { factOf } from './handover-fact.ts';

/** What a handover carries of its hazard. */
export interface HandedHazard {
  readonly hazardNo: string;
  readonly campaignCode: string;
  readonly placeCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

/** Dispatches one handover to one organisation, under its own acknowledge clock. */
@Injectable()
export class OpenHandover {
  constructor(
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
    const handover: Handover = {
      id,
      hazardNo: hazard.hazardNo,
      campaignCode: hazard.campaignCode,
      track,
      orgCode: to.code,
      orgName: to.nameZh,
      status: 'dispatched',
      version: 1,
      dispatchedAt: work.now,
      answeredAt: null,
      late: false,
      reason: null,
      predecessorId,
      placeCode: hazard.placeCode,
      cityCode: hazard.cityCode,
      fieldCode: hazard.fieldCode,
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
