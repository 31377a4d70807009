import { Injectable } from '@nestjs/common';
import type { EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { type HeardFact, heardTypes } from '../domain/heard-facts.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { TellObligation } from '../domain/tell-obligation.ts';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';

type RungTaken = EventOf<'obligation.rungTaken'>;
type ToldFact = HeardFact | RungTaken;

/** Turns facts into messages to those who must know. */
@Injectable()
export class FactsToTell extends FactConsumer<ToldFact['type']> {
  override readonly name = 'notification.messages';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision', 'disclosure'];
  override readonly types = [...heardTypes, 'obligation.rungTaken'] as const;
  override readonly gatherMs = 250;

  constructor(
    private readonly hearFact: HearFact,
    private readonly tellObligation: TellObligation,
    private readonly briefs: HazardBriefs,
  ) {
    super();
  }

  override handle(work: Work, event: ToldFact): Promise<void> {
    if (ofNoHazard(event)) return this.tellObligation.execute(work, event);
    return this.hearFact.execute(work, event);
  }

  override async handleAll(work: Work, events: readonly ToldFact[]): Promise<void> {
    await this.briefs.lockHazards(
      work,
      events.flatMap((event) => (ofNoHazard(event) ? [] : [event.data.hazardNo])),
    );
    await super.handleAll(work, events);
  }
}

function ofNoHazard(event: ToldFact): event is RungTaken {
  return event.type === 'obligation.rungTaken';
}
