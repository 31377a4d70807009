import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { Cases } from '../persistence/cases.repository.ts';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { CaseClocks } from './case-clocks.ts';
import { type HeardFact, isKnown, learnedFrom, withFact } from './known-case.ts';
import { RecordPast } from './record-past.ts';

/** Takes a fact of another service into its hazard's case, in whatever order facts arrive, and keeps the clocks to it. */
@Injectable()
export class HearFact {
  constructor(
    private readonly cases: Cases,
    private readonly clocks: CaseClocks,
    private readonly recordPast: RecordPast,
  ) {}

  async execute(work: Work, fact: HeardFact): Promise<void> {
    const before = await this.cases.lockOrOpen(work, fact.data.hazardNo);
    const heard = withFact(before, fact, learnedFrom(before, fact), work.now);
    const after = isKnown(before) ? heard : await this.withPast(work, heard, fact);
    await this.cases.store(work, after);
    await this.clocks.keep(work, before, after);
  }

  private async withPast(work: Work, hazard: CaseRow, fact: HeardFact): Promise<CaseRow> {
    const history = fact.type === 'hazard.registered' ? fact.data.history : undefined;
    return history && isKnown(hazard) ? this.recordPast.execute(work, hazard, history) : hazard;
  }
}
