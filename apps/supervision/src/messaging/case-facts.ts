import { Injectable } from '@nestjs/common';
import type { TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HearFact } from '../domain/hear-fact.ts';
import { type HeardFact, heardTypes } from '../domain/known-case.ts';

/** Hears of registrations and handovers; supervision's own facts are folded where they are established. */
@Injectable()
export class CaseFactsConsumer extends FactConsumer<HeardFact['type']> {
  override readonly name = 'supervision.cases';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover'];
  override readonly types = heardTypes;

  constructor(private readonly hearFact: HearFact) {
    super();
  }

  override handle(work: Work, fact: HeardFact): Promise<void> {
    return this.hearFact.execute(work, fact);
  }
}
