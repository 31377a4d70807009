import { Injectable } from '@nestjs/common';
import type { EventData, HazardHistory } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Acceptance } from '../persistence/acceptance.entity.ts';
import { CompletionReport } from '../persistence/completion-report.entity.ts';
import { Plan } from '../persistence/plan.entity.ts';
import { StrikeOffRecord } from '../persistence/strike-off.entity.ts';
import { CaseClocks } from './case-clocks.ts';
import { type KnownCase, withFact } from './known-case.ts';
import { asEvent, type OwnFact } from './own-fact.ts';
import { pastClocks, pastFacts } from './past.ts';

/** A ledger from an older system has dates, not texts. */
const notTold = '历史台账未载明';
const contentsNotTold = {
  goalAndTask: notTold,
  methodAndMeasures: notTold,
  fundsAndMaterials: notTold,
  organisationAndPersons: notTold,
  timeAndRequirement: notTold,
  safetyAndContingency: notTold,
};

/** Takes the past a hazard brought along into its case: as if it had been done here, and marked as reported. */
@Injectable()
export class RecordPast {
  constructor(private readonly clocks: CaseClocks) {}

  /** @returns the case after its past; the caller stores it */
  async execute(work: Work, hazard: KnownCase, history: HazardHistory): Promise<KnownCase> {
    let after = hazard;
    for (const fact of pastFacts(hazard, history)) {
      const before = after;
      after = withFact(before, asEvent(work, fact), {}, work.now);
      await this.write(work, fact, history.reportedBy);
      work.emit({ topic: 'supervision', key: hazard.hazardNo, ...fact });
      work.record({
        action: fact.type,
        subject: hazard.hazardNo,
        before: { state: before.state, round: before.round },
        after: { ...fact.data, state: after.state, ...reportOf(history) },
      });
    }
    await this.clocks.storeMet(work, after, pastClocks(hazard, history));
    return after;
  }

  private async write(work: Work, { type, data }: OwnFact, broughtBy: string): Promise<void> {
    const { hazardNo } = data;
    const [by, org] = [work.actor.person, broughtBy];
    switch (type) {
      case 'plan.filed':
        await work.tx.insert(Plan, {
          id: uuid(),
          hazardNo,
          ...contentsNotTold,
          funds: null,
          filedAt: new Date(data.filedAt),
          filedBy: by,
          filedOrg: org,
          broughtBy,
        });
        return;
      case 'completion.reported':
        await work.tx.insert(CompletionReport, {
          hazardNo,
          round: data.round,
          summary: notTold,
          finishedOn: toLocalDate(new Date(data.reportedAt)),
          onTime: data.onTime,
          reportedAt: new Date(data.reportedAt),
          reportedBy: by,
          reportedOrg: org,
          broughtBy,
        });
        return;
      case 'acceptance.applied':
        await work.tx.insert(Acceptance, {
          hazardNo,
          round: data.round,
          statement: notTold,
          appliedAt: new Date(data.appliedAt),
          appliedBy: by,
          appliedOrg: org,
          broughtBy,
        });
        return;
      case 'acceptance.decided':
        await this.decide(work, data, broughtBy);
        return;
      case 'hazard.struckOff':
        await work.tx.insert(StrikeOffRecord, {
          hazardNo,
          opinion: notTold,
          struckOffAt: new Date(data.struckOffAt),
          signedBy: by,
          signedOrg: org,
          broughtBy,
        });
        return;
      case 'progress.reported':
        throw new Error('A ledger tells of no progress');
    }
  }

  private async decide(
    work: Work,
    { hazardNo, round, passed, decidedAt }: EventData<'acceptance.decided'>,
    decidedOrg: string,
  ): Promise<void> {
    const decided = { decidedAt: new Date(decidedAt), decidedBy: work.actor.person, decidedOrg };
    await work.tx.update(Acceptance, { hazardNo, round }, { passed, opinion: notTold, ...decided });
  }
}

/** Who reported the past, for the audit trail. */
function reportOf({ reportedBy, reportedByName, importId }: HazardHistory) {
  return { reportedBy, reportedByName, importId };
}
