import { Injectable } from '@nestjs/common';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { ClockRow } from '@bihuan/platform/persistence';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type Bilingual, explainExtension, toLocalDate } from '@bihuan/process-core';
import { Cases } from '../../persistence/cases.repository.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import type { KnownCase } from '../known-case.ts';
import { runningClocks } from '../running-clocks.ts';

/** The clock that petitions are about. */
@Injectable()
export class RectificationClock {
  constructor(
    private readonly petitions: Petitions,
    private readonly cases: Cases,
    private readonly book: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** As it runs, with all that has moved its due. @throws petition.clockEnded */
  async running(work: Work, hazard: KnownCase): Promise<ClockRow> {
    const subject = subjectOf(hazard);
    const clock = subject === undefined ? null : await this.petitions.rectifyClock(work, subject);
    if (clock?.state !== 'open') throw new DomainError('petition.clockEnded');
    return clock;
  }

  /** Moves its due; it stays the same clock, under the policy it began with, and the hazard stays where it stands. */
  async extend(
    work: Work,
    hazard: KnownCase,
    clock: ClockRow,
    { due, decidedBy }: { readonly due: Date; readonly decidedBy: Bilingual },
  ): Promise<void> {
    const subject = subjectOf(hazard);
    if (subject === undefined) throw new DomainError('petition.clockEnded');
    const policy = this.reference.requirePolicy(hazard.campaignCode, toLocalDate(clock.startedAt));
    const explanation = explainExtension(clock.due, due, decidedBy);
    await this.book.move(work, { kind: 'rectify', subject }, { due, policy, explanation });
    await this.cases.store(work, { ...hazard, deadline: due, updatedAt: work.now });
  }
}

function subjectOf(hazard: KnownCase): string | undefined {
  return runningClocks(hazard).find(({ kind }) => kind === 'rectify')?.subject;
}
