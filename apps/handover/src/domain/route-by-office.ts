import { Injectable } from '@nestjs/common';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ClockBook } from '@bihuan/platform/clocks';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { UnroutedTrack } from '../persistence/unrouted-track.entity.ts';
import { OpenHandover } from './open-handover.ts';
import { targetOf } from './transfer-target.ts';

/** The campaign office names the organisation for a track that had no route. */
@Injectable()
export class RouteByOffice {
  constructor(
    private readonly handovers: Handovers,
    private readonly openHandover: OpenHandover,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  async execute(
    work: Work,
    caller: Caller,
    id: string,
    toOrgCode: string,
    reason: string,
  ): Promise<Handover> {
    if (!caller.ofCampaignOffice('handler', 'leader')) throw new DomainError('auth.notAllowed');
    const waiting = await this.handovers.lockWaiting(work, id);
    if (!waiting) throw new DomainError('handover.notFound');
    // Of the two tracks routed at once the second counts both, and ends the clock.
    await this.handovers.lockHazard(work, waiting.hazardNo);
    const target = targetOf(
      this.reference,
      { track: waiting.track, orgCode: null },
      toOrgCode,
      toLocalDate(work.now),
    );
    await work.tx.update(UnroutedTrack, { id }, { routedAt: work.now });
    const handover = await this.openHandover.execute(work, waiting, waiting.track, target, null);
    work.record({
      action: 'handover.routed',
      subject: waiting.hazardNo,
      before: { track: waiting.track, why: { zh: waiting.whyZh, en: waiting.whyEn } },
      after: { orgCode: target.code, reason },
    });
    const { dispatched } = await this.handovers.tracksOf(work, waiting.hazardNo);
    if (dispatched.size === 2) await this.clocks.meet(work, { kind: 'handOver', subject: waiting.hazardNo });
    return handover;
  }
}
