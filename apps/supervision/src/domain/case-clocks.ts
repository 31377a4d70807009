import { Injectable } from '@nestjs/common';
import type { ClockFact } from '@bihuan/contracts';
import { ClockBook, type HazardClockRequest } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { changedClocks } from './changed-clocks.ts';
import { cityGovernmentOf } from './city-government.ts';
import { isKnown, type KnownCase } from './known-case.ts';
import { LapsePetition } from './petitions/lapse-petition.ts';
import type { PastClock } from './past.ts';
import type { RunningClock, Side } from './running-clocks.ts';

/** Keeps the clocks of a case to its facts, in the transaction that changes them. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly book: ClockBook,
    private readonly reference: ReferenceBook,
    private readonly lapsePetition: LapsePetition,
  ) {}

  /** Ends the clocks that no longer run, begins those that do now, and turns the others to whoever took the track. */
  async keep(work: Work, before: CaseRow, after: CaseRow): Promise<void> {
    const { met, cancelled, begun, kept } = changedClocks(before, after);
    for (const clock of met) await this.book.meet(work, clock);
    for (const clock of cancelled) await this.book.cancel(work, clock);
    if ([...met, ...cancelled].some(({ kind }) => kind === 'rectify'))
      await this.lapsePetition.execute(work, after.hazardNo);
    if (!isKnown(after)) return;
    for (const clock of begun) await this.begin(work, after, clock);
    if (isKnown(before)) for (const clock of kept) await this.redirect(work, before, after, clock);
  }

  /** A track can be taken by another organisation than the one that was expected to act. */
  private async redirect(
    work: Work,
    before: KnownCase,
    after: KnownCase,
    clock: RunningClock,
  ): Promise<void> {
    const today = toLocalDate(work.now);
    const waitsFor = this.waitsFor(after, clock.side, today);
    if (waitsFor.orgCode === this.waitsFor(before, clock.side, today).orgCode) return;
    await this.book.redirect(work, clock, waitsFor);
  }

  /** Stores the clocks that had ended before a ledger brought the hazard. */
  async storeMet(work: Work, hazard: KnownCase, clocks: readonly PastClock[]): Promise<void> {
    for (const { clock, metAt } of clocks)
      await this.book.openEnded(work, this.request(work, hazard, clock), { state: 'met', at: metAt });
  }

  private async begin(work: Work, hazard: KnownCase, clock: RunningClock): Promise<void> {
    const broughtAt = hazard.broughtAt ?? undefined;
    await this.book.open(work, { ...this.request(work, hazard, clock), broughtAt });
  }

  private request(work: Work, hazard: KnownCase, clock: RunningClock): HazardClockRequest {
    const { kind, subject, start, namedDue, side } = clock;
    return {
      kind,
      subject,
      hazardNo: hazard.hazardNo,
      start,
      ...(namedDue && { namedDue }),
      waitsFor: this.waitsFor(hazard, side, toLocalDate(work.now)),
      policy: this.reference.requirePolicy(hazard.campaignCode, toLocalDate(start)),
    };
  }

  private waitsFor(hazard: KnownCase, side: Side, today: string): ClockFact['waitsFor'] {
    const { territorialOrg, territorialName, industryOrg, industryName, leadOrg } = hazard;
    if (side === 'territorial' && territorialOrg && territorialName)
      return { orgCode: territorialOrg, orgName: territorialName };
    if (side === 'industry' && industryOrg && industryName)
      return { orgCode: industryOrg, orgName: industryName };
    const organisation =
      side === 'industry'
        ? this.reference.requireOrganisation(leadOrg, today)
        : cityGovernmentOf(hazard.cityCode, this.reference.organisations(today));
    return { orgCode: organisation.code, orgName: organisation.nameZh };
  }
}
