import { Injectable } from '@nestjs/common';
import { type EventOf, type HazardEvent, hazardEventTypes, type TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { causedBy, FactConsumer } from '@bihuan/platform/messaging';
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
  override readonly gatherMs = 100;

  constructor(
    private readonly statuses: HazardStatuses,
    private readonly confirmWithdrawal: ConfirmWithdrawal,
  ) {
    super();
  }

  override handle(work: Work, fact: HeardFact): Promise<void> {
    return this.handleAll(work, [fact]);
  }

  override async handleAll(work: Work, facts: readonly HeardFact[]): Promise<void> {
    await this.statuses.fold(work, facts.filter(isOfHazard));
    for (const fact of facts)
      if (fact.type === 'withdrawal.confirmed')
        await this.confirmWithdrawal.execute(causedBy(work, fact), fact);
  }
}

function isOfHazard(fact: HeardFact): fact is HazardEvent {
  return fact.type !== 'withdrawal.confirmed';
}
