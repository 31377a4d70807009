import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { Cases } from '../persistence/cases.repository.ts';
import { CaseClocks } from './case-clocks.ts';
import { type HeardFact, learnedFrom, withFact } from './known-case.ts';

/** Takes a fact of another service into its hazard's case, in whatever order facts arrive, and keeps the clocks to it. */
@Injectable()
export class HearFact {
  constructor(
    private readonly cases: Cases,
    private readonly clocks: CaseClocks,
  ) {}

  async execute(work: Work, fact: HeardFact): Promise<void> {
    const before = await this.cases.lockOrOpen(work, fact.data.hazardNo);
    const after = withFact(before, fact, learnedFrom(before, fact), work.now);
    await this.cases.store(work, after);
    await this.clocks.keep(work, before, after);
  }
}
