import { Injectable } from '@nestjs/common';
import { ClockBook, type Extension } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { ClockRow } from '@bihuan/platform/persistence';
import { Cases } from '../../persistence/cases.repository.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import type { KnownCase } from '../known-case.ts';
import { runningClocks } from '../running-clocks.ts';

/** The clock of rectification: what completion is measured by, and what petitions are about. */
@Injectable()
export class RectificationClock {
  constructor(
    private readonly petitions: Petitions,
    private readonly cases: Cases,
    private readonly book: ClockBook,
  ) {}

  /** As it runs, with all that has moved its due. @throws petition.clockEnded */
  async running(work: Work, hazard: KnownCase): Promise<ClockRow> {
    const clock = await this.find(work, hazard);
    if (!clock) throw new DomainError('petition.clockEnded');
    return clock;
  }

  /** As it runs; null where it has ended. */
  async find(work: Work, hazard: KnownCase): Promise<ClockRow | null> {
    const subject = subjectOf(hazard);
    const clock = subject === undefined ? null : await this.petitions.rectifyClock(work, subject);
    return clock?.state === 'open' ? clock : null;
  }

  /**
   * Moves its due; it stays the same clock, and the hazard stays where it stands.
   *
   * @returns the due as it became
   * @throws petition.clockEnded
   */
  async extend(work: Work, hazard: KnownCase, granted: Extension): Promise<Date> {
    const subject = subjectOf(hazard);
    const moved =
      subject !== undefined && (await this.book.extend(work, { kind: 'rectify', subject }, granted));
    if (!moved) throw new DomainError('petition.clockEnded');
    const deadline = new Date(moved.due);
    await this.cases.store(work, { ...hazard, deadline, updatedAt: work.now });
    return deadline;
  }
}

function subjectOf(hazard: KnownCase): string | undefined {
  return runningClocks(hazard).find(({ kind }) => kind === 'rectify')?.subject;
}
