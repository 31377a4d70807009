import { Injectable } from '@nestjs/common';
import type { PastHandovers } from '@bihuan/contracts';
import { ClockBook, type HazardClockRequest } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Handovers } from '../persistence/handovers.repository.ts';
import { campaignOffice } from './campaign-office.ts';
import { tracks } from './tracks.ts';
import type { HandedHazard } from './unanswered.ts';

/** A hazard with the moment from which its handovers are due. */
export type RegisteredHazard = HandedHazard & { readonly registeredAt: string };

/** The clock under which a hazard is handed over: registered → both handovers dispatched. */
@Injectable()
export class HandOverClock {
  constructor(
    private readonly handovers: Handovers,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** @param past where a ledger from an older system brought the hazard */
  async start(work: Work, hazard: RegisteredHazard, past?: PastHandovers): Promise<void> {
    const broughtAt = past && new Date(past.reportedAt);
    await this.clocks.open(work, { ...this.request(work, hazard), broughtAt });
  }

  /** Both handovers were dispatched before the hazard was brought. @param at the later of the two */
  async met(work: Work, hazard: RegisteredHazard, at: Date): Promise<void> {
    await this.clocks.openEnded(work, this.request(work, hazard), { state: 'met', at });
  }

  /** A correction left a track without a route: the office has its time again. */
  async restart(work: Work, hazard: HandedHazard, correction: number): Promise<void> {
    const request = this.request(work, { ...hazard, registeredAt: work.now.toISOString() });
    await this.clocks.open(work, { ...request, subject: `${hazard.hazardNo}.${correction}` });
  }

  /** Nothing is left to hand over. */
  end(work: Work, hazardNo: string): Promise<void> {
    return this.clocks.meetAll(work, hazardNo, 'handOver');
  }

  /** Ends it once each track is with an organisation and the office seeks none. */
  async endWhereDone(work: Work, hazardNo: string): Promise<void> {
    const { dispatched, unrouted } = await this.handovers.tracksOf(work, hazardNo);
    if (dispatched.size === tracks.length && unrouted.size === 0) await this.end(work, hazardNo);
  }

  private request(
    work: Work,
    { hazardNo, campaignCode, registeredAt }: RegisteredHazard,
  ): HazardClockRequest {
    const start = new Date(registeredAt);
    const office = campaignOffice(this.reference, toLocalDate(work.now));
    return {
      kind: 'handOver',
      subject: hazardNo,
      hazardNo,
      start,
      policy: this.reference.requirePolicy(campaignCode, toLocalDate(start)),
      waitsFor: { orgCode: office.code, orgName: office.nameZh },
    };
  }
}
