import { Injectable } from '@nestjs/common';
import { type HazardEvent, hazardEventTypes, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { HazardMeasures } from '../persistence/hazard-measures.repository.ts';

/** Keeps what the indicators count: folds the facts of their owners, whatever their order of arrival. */
@Injectable()
export class MeasuredFactsConsumer extends FactConsumer<HazardEvent['type']> {
  override readonly name = 'assessment.measures';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision'];
  override readonly types = hazardEventTypes;
  override readonly gatherMs = 250;

  constructor(private readonly measures: HazardMeasures) {
    super();
  }

  override handle(work: Work, event: HazardEvent): Promise<void> {
    return this.measures.fold(work, event);
  }
}
