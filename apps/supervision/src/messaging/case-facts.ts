import { Injectable } from '@nestjs/common';
import type { EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { EndWithdrawn } from '../domain/end-withdrawn.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { type HeardFact, heardTypes } from '../domain/known-case.ts';
import { Cases } from '../persistence/cases.repository.ts';

/** What a case is made of, or ended by. */
export type FactOfCase = HeardFact | EventOf<'withdrawal.approved'>;

/** Hears of registrations, handovers and withdrawals; supervision's own facts are folded where they are established. */
@Injectable()
export class CaseFactsConsumer extends FactConsumer<FactOfCase['type']> {
  override readonly name = 'supervision.cases';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover'];
  override readonly types = [...heardTypes, 'withdrawal.approved'] as const;
  override readonly gatherMs = 100;

  constructor(
    private readonly hearFact: HearFact,
    private readonly cases: Cases,
    private readonly endWithdrawn: EndWithdrawn,
  ) {
    super();
  }

  override handle(work: Work, fact: FactOfCase): Promise<void> {
    if (fact.type === 'withdrawal.approved') return this.endWithdrawn.execute(work, fact.data);
    return this.hearFact.execute(work, fact);
  }

  override async handleAll(work: Work, facts: readonly FactOfCase[]): Promise<void> {
    await this.cases.lockAll(work, [...new Set(facts.map(({ data }) => data.hazardNo))]);
    await super.handleAll(work, facts);
  }
}
