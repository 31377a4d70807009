import { Injectable } from '@nestjs/common';
import type { GiveHandoverTo, Organisation } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import type { UnroutedTrack } from '../persistence/unrouted-track.entity.ts';
import { HandOverClock } from './hand-over-clock.ts';
import { OfficeList } from './office-list.ts';
import { OpenHandover } from './open-handover.ts';
import { RedirectHandover } from './redirect-handover.ts';
import { targetOf } from './transfer-target.ts';

/** The campaign office names the organisation for a track that had no route. */
@Injectable()
export class RouteByOffice {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly openHandover: OpenHandover,
    private readonly redirect: RedirectHandover,
    private readonly officeList: OfficeList,
    private readonly handOverClock: HandOverClock,
    private readonly reference: ReferenceBook,
  ) {}

  async execute(
    work: Work,
    caller: Caller,
    id: string,
    { toOrgCode, reason }: GiveHandoverTo,
  ): Promise<Handover> {
    if (!caller.ofCampaignOffice('handler', 'leader')) throw new DomainError('auth.notAllowed');
    const waiting = await this.handovers.lockWaiting(work, id);
    if (!waiting) throw new DomainError('handover.notFound');
    const { hazardNo, track } = waiting;
    await this.changes.refuseEnded(work, hazardNo);
    const target = targetOf(this.reference, { track, orgCode: null }, toOrgCode, toLocalDate(work.now));
    await this.officeList.take(work, waiting);
    const handover = await this.handOver(work, waiting, target, reason);
    work.record({
      action: 'handover.routed',
      subject: hazardNo,
      before: { track, why: { zh: waiting.whyZh, en: waiting.whyEn } },
      after: { orgCode: target.code, reason },
    });
    await this.handOverClock.endWhereDone(work, hazardNo);
    return handover;
  }

  /** After a correction an organisation has the track already: it goes on from there, or stays if that one is named. */
  private async handOver(
    work: Work,
    waiting: UnroutedTrack,
    target: Organisation,
    reason: string,
  ): Promise<Handover> {
    const latest = (await this.handovers.latestOf(work, waiting.hazardNo)).get(waiting.track);
    if (!latest) return this.openHandover.execute(work, waiting, waiting.track, target, null);
    if (latest.orgCode !== target.code) return this.redirect.execute(work, latest, waiting, target, reason);
    const { placeCode, cityCode, fieldCode } = waiting;
    await work.tx.update(Handover, { id: latest.id }, { placeCode, cityCode, fieldCode });
    return Object.assign(latest, { placeCode, cityCode, fieldCode });
  }
}
