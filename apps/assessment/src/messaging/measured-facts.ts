import { Injectable } from '@nestjs/common';
import {
  type AnyEvent,
  type EventOf,
  type HazardEvent,
  hazardEventTypes,
  type TopicKey,
} from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HazardMeasures } from '../persistence/hazard-measures.repository.ts';
import { Months } from '../persistence/months.repository.ts';

type HeardFact = HazardEvent | EventOf<'edition.published'>;

/** Keeps what the indicators count: folds the facts of their owners, whatever their order of arrival. */
@Injectable()
export class MeasuredFactsConsumer extends FactConsumer<HeardFact['type']> {
  /** The second of its kind: the measures were folded anew when they came to know rounds, handovers and editions. */
  override readonly name = 'assessment.measures2';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision', 'disclosure'];
  override readonly types = [...hazardEventTypes, 'edition.published'] as const;
  override readonly gatherMs = 1_000;

  constructor(
    private readonly measures: HazardMeasures,
    private readonly months: Months,
  ) {
    super();
  }

  override handle(work: Work, event: HeardFact): Promise<void> {
    return this.handleAll(work, [event]);
  }

  /** Facts that came together, in one transaction. */
  override async handleAll(work: Work, events: readonly HeardFact[]): Promise<void> {
    const hazards = events.filter(isOfHazard);
    if (hazards.length > 0) await this.measures.foldAll(work, hazards);
    for (const event of events)
      if (event.type === 'edition.published') await this.months.keepCut(work, event.data);
  }
}

function isOfHazard(event: AnyEvent): event is HazardEvent {
  return event.type !== 'edition.published';
}
