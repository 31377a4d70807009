import { Injectable } from '@nestjs/common';
import type { PastHandovers, Track } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Handovers } from '../persistence/handovers.repository.ts';
import type { HazardChange } from '../persistence/hazard-change.entity.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import { findRoute } from './find-route.ts';
import { HandOverClock, type RegisteredHazard } from './hand-over-clock.ts';
import { OfficeList } from './office-list.ts';
import { OpenHandover } from './open-handover.ts';
import { RecordPast } from './record-past.ts';
import { tracks } from './tracks.ts';

/**
 * 两移交: every major hazard goes to the city government of its place and to the department that leads its field.
 * A track without a route goes onto the campaign office's list; until both are dispatched the handOver clock runs.
 */
@Injectable()
export class DispatchHandovers {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly recordPast: RecordPast,
    private readonly openHandover: OpenHandover,
    private readonly officeList: OfficeList,
    private readonly handOverClock: HandOverClock,
    private readonly reference: ReferenceBook,
  ) {}

  /**
   * Doing it again finds what is there and creates nothing. What was corrected meanwhile goes where it belongs now;
   * what was withdrawn goes nowhere.
   */
  async execute(
    work: Work,
    registered: RegisteredHazard & { readonly past?: PastHandovers },
  ): Promise<{ dispatched: number; unrouted: number }> {
    const { hazardNo, past } = registered;
    await this.handovers.lockHazard(work, hazardNo);
    const change = await this.changes.of(work, hazardNo);
    if (change?.withdrawnAt) return { dispatched: 0, unrouted: 0 };
    if (past) await this.recordPast.execute(work, registered, past, null);
    const hazard = corrected(registered, change);
    const { dispatched, unrouted } = await this.handovers.tracksOf(work, hazardNo);
    if (dispatched.size + unrouted.size === 0) await this.handOverClock.start(work, hazard, past);
    for (const track of tracks) {
      if (dispatched.has(track) || unrouted.has(track)) continue;
      const known = await this.dispatch(work, hazard, track);
      (known === 'dispatched' ? dispatched : unrouted).add(track);
    }
    if (dispatched.size === tracks.length && unrouted.size === 0)
      await this.handOverClock.end(work, hazardNo);
    return { dispatched: dispatched.size, unrouted: unrouted.size };
  }

  private async dispatch(
    work: Work,
    hazard: RegisteredHazard,
    track: Track,
  ): Promise<'dispatched' | 'unrouted'> {
    const route = findRoute(this.reference, track, hazard, toLocalDate(work.now));
    if (!route.found) {
      await this.officeList.put(work, hazard, track, route.why);
      return 'unrouted';
    }
    await this.openHandover.execute(work, hazard, track, route.organisation, null);
    return 'dispatched';
  }
}

function corrected<H extends RegisteredHazard>(hazard: H, change: HazardChange | null): H {
  const { placeCode, cityCode, fieldCode } = change ?? {};
  return {
    ...hazard,
    placeCode: placeCode ?? hazard.placeCode,
    cityCode: cityCode ?? hazard.cityCode,
    fieldCode: fieldCode ?? hazard.fieldCode,
  };
}
