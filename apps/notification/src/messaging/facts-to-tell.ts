import { Injectable } from '@nestjs/common';
import type { EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { type HeardFact, heardTypes } from '../domain/heard-facts.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { TellObligation } from '../domain/tell-obligation.ts';

type ToldFact = HeardFact | EventOf<'obligation.rungTaken'>;

/** Turns facts into messages to those who must know. */
@Injectable()
export class FactsToTell extends FactConsumer<ToldFact['type']> {
  override readonly name = 'notification.messages';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision', 'disclosure'];
  override readonly types = [...heardTypes, 'obligation.rungTaken'] as const;

  constructor(
    private readonly hearFact: HearFact,
    private readonly tellObligation: TellObligation,
  ) {
    super();
  }

  override handle(work: Work, event: ToldFact): Promise<void> {
    if (event.type === 'obligation.rungTaken') return this.tellObligation.execute(work, event);
    return this.hearFact.execute(work, event);
  }
}
