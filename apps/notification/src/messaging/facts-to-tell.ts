import { Injectable } from '@nestjs/common';
import type { TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { type HeardFact, type HeardType, heardTypes } from '../domain/heard-facts.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';

/** Turns facts into messages to those who must know. */
@Injectable()
export class FactsToTell extends FactConsumer<HeardType> {
  override readonly name = 'notification.messages';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision'];
  override readonly types = heardTypes;

  constructor(
    private readonly hearFact: HearFact,
    private readonly briefs: HazardBriefs,
  ) {
    super();
  }

  override handle(work: Work, event: HeardFact): Promise<void> {
    return this.hearFact.execute(work, event);
  }

  override async handleAll(work: Work, events: readonly HeardFact[]): Promise<void> {
    await this.briefs.lockHazards(
      work,
      events.map(({ data }) => data.hazardNo),
    );
    await super.handleAll(work, events);
  }
}
