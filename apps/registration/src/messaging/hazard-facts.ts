import { Injectable } from '@nestjs/common';
import { type AnyEvent, isHazardEvent, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HazardStatuses } from '../persistence/hazard-statuses.repository.ts';

/** Keeps the status view: folds the facts of all owners, whatever their order of arrival. */
@Injectable()
export class HazardFactsConsumer extends FactConsumer {
  override readonly topics: readonly TopicKey[] = [
    'registration',
    'handover',
    'supervision',
    'disclosure',
    'assessment',
  ];

  constructor(private readonly statuses: HazardStatuses) {
    super();
  }

  override async handle(work: Work, event: AnyEvent): Promise<void> {
    if (isHazardEvent(event)) await this.statuses.fold(work, event);
  }
}
