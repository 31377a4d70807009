import { Injectable } from '@nestjs/common';
import type { EventData, Track } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import { UnroutedTrack } from '../persistence/unrouted-track.entity.ts';
import { belongsElsewhere, leavesCounty } from './belongs-elsewhere.ts';
import { findRoute } from './find-route.ts';
import { HandOverClock } from './hand-over-clock.ts';
import { OfficeList } from './office-list.ts';
import { OpenHandover } from './open-handover.ts';
import { RedirectHandover } from './redirect-handover.ts';
import { tracks } from './tracks.ts';
import type { HandedHazard } from './unanswered.ts';

type Correction = EventData<'hazard.corrected'>;

/** Where a track of the hazard is: with an organisation, on the office's list, or both while the office seeks another. */
interface Standing {
  readonly latest: Handover | undefined;
  readonly waiting: UnroutedTrack | undefined;
}

/**
 * Sends the tracks of a corrected hazard where they belong now. Before they were dispatched there is nothing to send:
 * the dispatch goes by the correction. Heard again, or after a later one, it changes nothing.
 */
@Injectable()
export class FollowCorrection {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly redirect: RedirectHandover,
    private readonly openHandover: OpenHandover,
    private readonly officeList: OfficeList,
    private readonly handOverClock: HandOverClock,
    private readonly reference: ReferenceBook,
  ) {}

  async execute(work: Work, correction: Correction): Promise<void> {
    const { hazardNo } = correction;
    await this.handovers.lockHazard(work, hazardNo);
    const fresh = await this.changes.correct(work, correction);
    const change = await this.changes.of(work, hazardNo);
    if (!fresh || change?.withdrawnAt || change?.struckOffAt) return;
    const latest = await this.handovers.latestOf(work, hazardNo);
    const waiting = await this.handovers.waitingOf(work, hazardNo);
    for (const track of tracks)
      await this.follow(work, correction, track, { latest: latest.get(track), waiting: waiting.get(track) });
    await this.handOverClock.endWhereDone(work, hazardNo);
  }

  private async follow(
    work: Work,
    correction: Correction,
    track: Track,
    { latest, waiting }: Standing,
  ): Promise<void> {
    const from = latest ?? waiting;
    if (!from) return;
    const { hazardNo, place, field, version, reason } = correction;
    const codes = { placeCode: place.code, cityCode: place.cityCode, fieldCode: field.code };
    const hazard: HandedHazard = { hazardNo, campaignCode: from.campaignCode, ...codes };
    const today = toLocalDate(work.now);
    const elsewhere =
      belongsElsewhere(track, from, codes, (code) => this.reference.field(code, today)) ||
      leavesCounty(latest && this.reference.organisation(latest.orgCode, today), from, codes);
    const route = findRoute(this.reference, track, hazard, today);
    if (latest && (!elsewhere || (route.found && route.organisation.code === latest.orgCode))) {
      await work.tx.update(Handover, { id: latest.id }, codes);
      if (waiting) await this.officeList.take(work, waiting);
    } else if (route.found) {
      if (latest) await this.redirect.execute(work, latest, hazard, route.organisation, reason);
      else await this.openHandover.execute(work, hazard, track, route.organisation, null);
      if (waiting) await this.officeList.take(work, waiting);
    } else if (
      waiting &&
      !belongsElsewhere(track, waiting, codes, (code) => this.reference.field(code, today))
    ) {
      // The office seeks an organisation for it already.
      await this.officeList.move(work, waiting, codes);
    } else {
      await this.officeList.put(work, hazard, track, route.why);
      if (latest && !waiting) await this.handOverClock.restart(work, hazard, version);
    }
  }
}
