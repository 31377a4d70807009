import { Injectable } from '@nestjs/common';
import type { EventData, Track } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handovers } from '../persistence/handovers.repository.ts';
import { UnroutedTrack } from '../persistence/unrouted-track.entity.ts';
import { campaignOffice } from './campaign-office.ts';
import { findRoute } from './find-route.ts';
import { type HandedHazard, OpenHandover } from './open-handover.ts';

const tracks: readonly Track[] = ['territorial', 'industry'];

/**
 * 两移交: every major hazard goes to the city government of its place and to the department that leads its field.
 * A track without a route goes onto the campaign office's list; until both are dispatched the handOver clock runs.
 */
@Injectable()
export class DispatchHandovers {
  constructor(
    private readonly handovers: Handovers,
    private readonly openHandover: OpenHandover,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** Doing it again finds what is there and creates nothing. */
  async execute(
    work: Work,
    hazard: HandedHazard & { readonly registeredAt: string },
  ): Promise<{ dispatched: number; unrouted: number }> {
    await this.handovers.lockHazard(work, hazard.hazardNo);
    const { dispatched, unrouted } = await this.handovers.tracksOf(work, hazard.hazardNo);
    if (dispatched.size + unrouted.size === 0) await this.startHandOverClock(work, hazard);
    for (const track of tracks) {
      if (dispatched.has(track) || unrouted.has(track)) continue;
      const route = findRoute(this.reference, track, hazard, toLocalDate(work.now));
      if (route.found) {
        await this.openHandover.execute(work, hazard, track, route.organisation, null);
        dispatched.add(track);
      } else {
        await this.putOnOfficeList(work, hazard, track, route.why);
        unrouted.add(track);
      }
    }
    if (dispatched.size === tracks.length)
      await this.clocks.meet(work, { kind: 'handOver', subject: hazard.hazardNo });
    return { dispatched: dispatched.size, unrouted: unrouted.size };
  }

  private async startHandOverClock(
    work: Work,
    hazard: HandedHazard & { readonly registeredAt: string },
  ): Promise<void> {
    const registeredAt = new Date(hazard.registeredAt);
    const office = campaignOffice(this.reference, toLocalDate(work.now));
    await this.clocks.open(work, {
      kind: 'handOver',
      subject: hazard.hazardNo,
      hazardNo: hazard.hazardNo,
      start: registeredAt,
      policy: this.reference.requirePolicy(hazard.campaignCode, toLocalDate(registeredAt)),
      waitsFor: { orgCode: office.code, orgName: office.nameZh },
    });
  }

  private async putOnOfficeList(
    work: Work,
    hazard: HandedHazard,
    track: Track,
    why: EventData<'handover.unrouted'>['why'],
  ): Promise<void> {
    const { hazardNo, campaignCode, placeCode, cityCode, fieldCode } = hazard;
    await work.tx.insert(UnroutedTrack, {
      id: uuid(),
      hazardNo,
      campaignCode,
      track,
      whyZh: why.zh,
      whyEn: why.en,
      since: work.now,
      routedAt: null,
      placeCode,
      cityCode,
      fieldCode,
    });
    work.emit({
      topic: 'handover',
      type: 'handover.unrouted',
      key: hazardNo,
      data: { hazardNo, track, why },
    });
    work.record({ action: 'handover.unrouted', subject: hazardNo, before: null, after: { track, why } });
  }
}
