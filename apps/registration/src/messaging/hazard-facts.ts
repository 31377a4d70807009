import { Injectable } from '@nestjs/common';
import { type EventOf, type HazardEvent, hazardEventTypes, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { ConfirmWithdrawal } from '../domain/confirm-withdrawal.ts';
import { HazardStatuses } from '../persistence/hazard-statuses.repository.ts';

type HeardFact = HazardEvent | EventOf<'withdrawal.confirmed'>;

/** Keeps the status view: folds the facts of all owners, whatever their order of arrival; and hears their confirmations. */
@Injectable()
export class HazardFactsConsumer extends FactConsumer<HeardFact['type']> {
  override readonly name = 'registration.status';
  override readonly topics: readonly TopicKey[] = [
    'registration',
    'handover',
    'supervision',
    'disclosure',
    'assessment',
  ];
  override readonly types = [...hazardEventTypes, 'withdrawal.confirmed'] as const;

  constructor(
    private readonly statuses: HazardStatuses,
    private readonly confirmWithdrawal: ConfirmWithdrawal,
  ) {
    super();
  }

  override handle(work: Work, fact: HeardFact): Promise<void> {
    if (fact.type === 'withdrawal.confirmed') return this.confirmWithdrawal.execute(work, fact);
    return this.statuses.fold(work, fact);
  }
}
