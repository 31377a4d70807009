import { Injectable } from '@nestjs/common';
import type { TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HearFact } from '../domain/hear-fact.ts';
import { type HeardFact, heardTypes } from '../domain/known-case.ts';
import { Cases } from '../persistence/cases.repository.ts';

/** Hears of registrations and handovers; supervision's own facts are folded where they are established. */
@Injectable()
export class CaseFactsConsumer extends FactConsumer<HeardFact['type']> {
  override readonly name = 'supervision.cases';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover'];
  override readonly types = heardTypes;

  constructor(
    private readonly hearFact: HearFact,
    private readonly cases: Cases,
  ) {
    super();
  }

  override handle(work: Work, fact: HeardFact): Promise<void> {
    return this.hearFact.execute(work, fact);
  }

  override async handleAll(work: Work, facts: readonly HeardFact[]): Promise<void> {
    await this.cases.lockAll(work, [...new Set(facts.map(({ data }) => data.hazardNo))]);
    await super.handleAll(work, facts);
  }
}
