import { Injectable } from '@nestjs/common';
import { type HazardEvent, hazardEventTypes, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { EditionMaterials } from '../persistence/edition-materials.repository.ts';

/** Keeps the material of editions: folds the facts of their owners, whatever their order of arrival. */
@Injectable()
export class MaterialFactsConsumer extends FactConsumer<HazardEvent['type']> {
  override readonly name = 'disclosure.material';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision'];
  override readonly types = hazardEventTypes;

  constructor(private readonly materials: EditionMaterials) {
    super();
  }

  override handle(work: Work, event: HazardEvent): Promise<void> {
    return this.materials.fold(work, event);
  }
}
