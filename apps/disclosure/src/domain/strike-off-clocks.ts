import { Injectable } from '@nestjs/common';
import type { ClockFact } from '@bihuan/contracts';
import { ClockBook, type ClockEnd } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { campaignOffice } from './campaign-office.ts';

/** A hazard that was struck off. */
export interface StruckOff {
  readonly hazardNo: string;
  readonly campaignCode: string;
  /** ISO 8601, UTC. */
  readonly registeredAt: string;
  readonly struckOffAt: string;
}

/** 公布销号: struck off → published, by an edition or by itself. Basis: Qingdao 3+X rule; Coal Mine Safety Regulation §49. */
@Injectable()
export class StrikeOffClocks {
  constructor(
    private readonly book: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** Opens the clock, once; one that is there stays as it is. */
  open(work: Work, { hazardNo, campaignCode, registeredAt, struckOffAt }: StruckOff): Promise<ClockFact> {
    const start = new Date(struckOffAt);
    return this.book.open(work, {
      kind: 'publishStrikeOff',
      subject: hazardNo,
      hazardNo,
      start,
      waitsFor: campaignOffice(this.reference, toLocalDate(work.now)),
      policy: this.reference.requirePolicy(campaignCode, toLocalDate(new Date(registeredAt))),
    });
  }

  meet(work: Work, hazardNo: string): Promise<ClockEnd> {
    return this.book.meet(work, { kind: 'publishStrikeOff', subject: hazardNo });
  }
}
