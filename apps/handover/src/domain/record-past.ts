import { Injectable } from '@nestjs/common';
import type { Organisation, PastHandover, PastHandovers } from '@bihuan/contracts';
import { ClockBook, type HazardClockRequest } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { HazardChanges } from '../persistence/hazard-changes.repository.ts';
import { findRoute } from './find-route.ts';
import { HandOverClock, type RegisteredHazard } from './hand-over-clock.ts';
import { factOf } from './handover-fact.ts';
import { unanswered } from './unanswered.ts';

/**
 * Writes down the handovers that a ledger from an older system tells of, each once, whether the loop asks or the
 * registration is heard of first. One that was answered has met its clock, in time or late; one that was not runs on
 * under its true due. Where no organisation is known for that day, it is left to be dispatched anew.
 */
@Injectable()
export class RecordPast {
  constructor(
    private readonly handovers: Handovers,
    private readonly changes: HazardChanges,
    private readonly handOverClock: HandOverClock,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** @param struckOffAt nobody need answer any more since then; null while the hazard is open */
  async execute(
    work: Work,
    hazard: RegisteredHazard,
    past: PastHandovers,
    struckOffAt: string | null,
  ): Promise<void> {
    const { hazardNo } = hazard;
    await this.handovers.lockHazard(work, hazardNo);
    const change = await this.changes.of(work, hazardNo);
    if (change?.withdrawnAt) return;
    const { dispatched, unrouted } = await this.handovers.tracksOf(work, hazardNo);
    const missing = past.handovers.flatMap((handover) => {
      if (dispatched.has(handover.track) || unrouted.has(handover.track)) return [];
      const day = toLocalDate(new Date(handover.dispatchedAt));
      const route = findRoute(this.reference, handover.track, hazard, day);
      return route.found ? [{ handover, to: route.organisation }] : [];
    });
    if (dispatched.size + unrouted.size === 0)
      await this.timeHandOver(
        work,
        hazard,
        past,
        missing.map(({ handover }) => handover),
        struckOffAt,
      );
    const known = {
      feedbackAt: change?.feedbackAt ?? null,
      endedAt: change?.struckOffAt ?? (struckOffAt === null ? null : new Date(struckOffAt)),
    };
    for (const { handover, to } of missing) await this.write(work, hazard, past, handover, to, known);
  }

  private async timeHandOver(
    work: Work,
    hazard: RegisteredHazard,
    past: PastHandovers,
    handovers: readonly PastHandover[],
    struckOffAt: string | null,
  ): Promise<void> {
    const dispatches = handovers.map(({ dispatchedAt }) => Date.parse(dispatchedAt));
    if (dispatches.length === 2)
      await this.handOverClock.met(work, hazard, new Date(Math.max(...dispatches)));
    else if (dispatches.length === 1 && struckOffAt === null)
      await this.handOverClock.start(work, hazard, past);
  }

  private async write(
    work: Work,
    hazard: RegisteredHazard,
    past: PastHandovers,
    { track, dispatchedAt, answeredAt }: PastHandover,
    to: Organisation,
    known: Pick<Handover, 'feedbackAt' | 'endedAt'>,
  ): Promise<void> {
    const { hazardNo, campaignCode } = hazard;
    const { reportedBy, reportedByName } = past;
    const [id, start] = [uuid(), new Date(dispatchedAt)];
    const request: HazardClockRequest = {
      kind: 'acknowledge',
      subject: id,
      hazardNo,
      start,
      policy: this.reference.requirePolicy(campaignCode, toLocalDate(start)),
      waitsFor: { orgCode: to.code, orgName: to.nameZh },
      broughtAt: new Date(past.reportedAt),
    };
    const answer = answeredAt
      ? ({
          status: 'acknowledged',
          answer: 'acknowledged',
          settled: true,
          answeredAt: new Date(answeredAt),
        } as const)
      : {};
    const handover: Handover = {
      ...unanswered(hazard, track, to, 1),
      ...{ id, dispatchedAt: start, reported: true },
      ...known,
      ...answer,
      late: await this.time(work, request, answeredAt, known.endedAt),
    };
    await work.tx.insert(Handover, handover);
    const type = answeredAt ? 'handover.acknowledged' : 'handover.dispatched';
    const data = factOf(handover);
    work.emit({ topic: 'handover', type, key: hazardNo, data });
    work.record({
      action: type,
      subject: hazardNo,
      before: null,
      after: { ...data, reportedBy, reportedByName },
    });
  }

  /** @returns whether it was answered late */
  private async time(
    work: Work,
    request: HazardClockRequest,
    answeredAt: string | null,
    endedAt: Date | null,
  ): Promise<boolean> {
    if (answeredAt) {
      const end = { state: 'met', at: new Date(answeredAt) } as const;
      return (await this.clocks.openEnded(work, request, end)).late;
    }
    if (endedAt) await this.clocks.openEnded(work, request, { state: 'cancelled', at: endedAt });
    else await this.clocks.open(work, request);
    return false;
  }
}
