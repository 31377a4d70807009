import { Injectable } from '@nestjs/common';
import { type HazardEvent, hazardEventTypes, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HazardStatuses } from '../persistence/hazard-statuses.repository.ts';

/** Keeps the status view: folds the facts of all owners, whatever their order of arrival. */
@Injectable()
export class HazardFactsConsumer extends FactConsumer<HazardEvent['type']> {
  override readonly name = 'registration.status';
  override readonly topics: readonly TopicKey[] = [
    'registration',
    'handover',
    'supervision',
    'disclosure',
    'assessment',
  ];
  override readonly types = hazardEventTypes;

  constructor(private readonly statuses: HazardStatuses) {
    super();
  }

  override handle(work: Work, event: HazardEvent): Promise<void> {
    return this.statuses.fold(work, [event]);
  }

  override handleAll(work: Work, events: readonly HazardEvent[]): Promise<void> {
    return this.statuses.fold(work, events);
  }
}
