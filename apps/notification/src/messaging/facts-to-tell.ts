import { Injectable } from '@nestjs/common';
import type { EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { type HeardFact, heardTypes } from '../domain/heard-facts.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { type InterviewFact, isInterview } from '../domain/interview-message.ts';
import { TellInterview } from '../domain/tell-interview.ts';
import { TellObligation } from '../domain/tell-obligation.ts';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';

type RungTaken = EventOf<'obligation.rungTaken'>;
type ToldFact = HeardFact | RungTaken | InterviewFact;

/** Turns facts into messages to those who must know. */
@Injectable()
export class FactsToTell extends FactConsumer<ToldFact['type']> {
  override readonly name = 'notification.messages';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision', 'disclosure'];
  override readonly types = [
    ...heardTypes,
    'obligation.rungTaken',
    'interview.opened',
    'interview.joined',
    'interview.cancelled',
  ] as const;
  override readonly gatherMs = 1_000;

  constructor(
    private readonly hearFact: HearFact,
    private readonly tellObligation: TellObligation,
    private readonly tellInterview: TellInterview,
    private readonly briefs: HazardBriefs,
  ) {
    super();
  }

  override handle(work: Work, event: ToldFact): Promise<void> {
    if (event.type === 'obligation.rungTaken') return this.tellObligation.execute(work, event);
    if (isInterviewFact(event)) return this.tellInterview.execute(work, event);
    return this.hearFact.execute(work, event);
  }

  override async handleAll(work: Work, events: readonly ToldFact[]): Promise<void> {
    await this.briefs.lockHazards(
      work,
      events.flatMap((event) => (needsNoBrief(event) ? [] : [event.data.hazardNo])),
    );
    await super.handleAll(work, events);
  }
}

function needsNoBrief(event: ToldFact): event is RungTaken | InterviewFact {
  return event.type === 'obligation.rungTaken' || isInterviewFact(event);
}

function isInterviewFact(event: ToldFact): event is InterviewFact {
  return isInterview(event.type);
}
