import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Cases } from '../../persistence/cases.repository.ts';
import type { InterviewRow } from '../../persistence/interview.entity.ts';
import { Interviews } from '../../persistence/interviews.repository.ts';
import { interviewerOf } from './interviewer-of.ts';
import { interviewParts } from './interview-parts.ts';
import { type LastRung, lastRungOf, type RungFact } from './last-rung.ts';

/**
 * 警示约谈: the last rung of a clock opens an interview of the organisation that did not act, or joins the one that is
 * open. Each date of a clock leads to one once: one that was extended can be missed again. A hazard that was withdrawn
 * leads to none, nor does a rung that a release without interviews had taken: topics are read from their beginning.
 */
@Injectable()
export class HearRung {
  constructor(
    private readonly cases: Cases,
    private readonly interviews: Interviews,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, organisation.unknown: the copies have not arrived yet */
  async execute(work: Work, fact: RungFact): Promise<void> {
    const rung = lastRungOf(fact);
    if (!rung || (await this.isPassedOver(work, rung))) return;
    const wanted = this.interviewFor(work, rung);
    if (!wanted) return;
    const { id } = wanted;
    const interview = await this.interviews.openOrFind(work, wanted);
    const { clockId, kind, hazardNo, due, rungAt } = rung;
    await this.interviews.addCause(work, { clockId, interviewId: interview.id, kind, hazardNo, due, rungAt });
    this.announce(work, interview, rung, interview.id === id);
  }

  private async isPassedOver(work: Work, rung: LastRung): Promise<boolean> {
    if (await this.interviews.isBeforeStart(work, rung.rungAt)) return true;
    if (await this.interviews.hasCause(work, rung)) return true;
    const { hazardNo } = rung;
    // The case stays locked: a withdrawal that comes now finds the interview and leaves it.
    return hazardNo !== null && (await this.cases.lockOrOpen(work, hazardNo)).facts.withdrawnAt !== undefined;
  }

  private interviewFor(
    work: Work,
    { campaignCode, waitsFor }: LastRung,
  ): Omit<InterviewRow, 'serial'> | null {
    const interviewer = interviewerOf(waitsFor.orgCode, this.reference.organisations(toLocalDate(work.now)));
    if (!interviewer) return null;
    return {
      id: uuid(),
      campaignCode,
      state: 'open',
      intervieweeOrg: waitsFor.orgCode,
      intervieweeName: waitsFor.orgName,
      interviewerOrg: interviewer.code,
      interviewerName: interviewer.nameZh,
      openedAt: work.now,
      cancelledAt: null,
    };
  }

  private announce(work: Work, interview: InterviewRow, rung: LastRung, isNew: boolean): void {
    const { clockId, kind, hazardNo, due } = rung;
    const parts = interviewParts(interview);
    const cause = { clockId, kind, hazardNo, due: due.toISOString() };
    const at = work.now.toISOString();
    const on = { topic: 'supervision', key: interview.id } as const;
    if (isNew) work.emit({ ...on, type: 'interview.opened', data: { ...parts, ...cause, openedAt: at } });
    else work.emit({ ...on, type: 'interview.joined', data: { ...parts, ...cause, joinedAt: at } });
    work.record({
      action: isNew ? 'interview.opened' : 'interview.joined',
      subject: hazardNo ?? interview.id,
      before: null,
      after: { ...parts, ...cause },
    });
  }
}
