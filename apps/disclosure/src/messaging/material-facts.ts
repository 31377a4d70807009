import { Injectable } from '@nestjs/common';
import type { TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HearFacts, type HeardFact, heardTypes } from '../domain/hear-facts.ts';

/** Keeps the material of editions: folds the facts of their owners, whatever their order of arrival. */
@Injectable()
export class MaterialFactsConsumer extends FactConsumer<HeardFact['type']> {
  override readonly name = 'disclosure.material';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision'];
  override readonly types = heardTypes;
  override readonly gatherMs = 1_000;

  constructor(private readonly hearFacts: HearFacts) {
    super();
  }

  override handle(work: Work, fact: HeardFact): Promise<void> {
    return this.handleAll(work, [fact]);
  }

  /** Facts that stand one behind the other are folded at once. */
  override handleAll(work: Work, facts: readonly HeardFact[]): Promise<void> {
    return this.hearFacts.execute(work, facts);
  }
}
