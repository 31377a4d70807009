import { Injectable } from '@nestjs/common';
import type { EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { EndWithdrawn } from '../domain/end-withdrawn.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { HearRung } from '../domain/interviews/hear-rung.ts';
import { lastRungOf } from '../domain/interviews/last-rung.ts';
import { type HeardFact, heardTypes } from '../domain/known-case.ts';
import { Cases } from '../persistence/cases.repository.ts';
import { KnownEvidences } from '../persistence/known-evidence.repository.ts';

/** What a case is made of, ended by, or gives cause for. */
export type FactOfCase =
  | HeardFact
  | EventOf<'withdrawal.approved' | 'evidence.attached' | 'clock.rungTaken' | 'obligation.rungTaken'>;

/**
 * Hears of registrations, their evidence, handovers, withdrawals, and of the rungs of every owner's clocks, its own
 * among them. Supervision's other facts are folded where they are established.
 */
@Injectable()
export class CaseFactsConsumer extends FactConsumer<FactOfCase['type']> {
  override readonly name = 'supervision.cases';
  override readonly topics: readonly TopicKey[] = ['registration', 'handover', 'supervision', 'disclosure'];
  override readonly types = [
    ...heardTypes,
    'withdrawal.approved',
    'evidence.attached',
    'clock.rungTaken',
    'obligation.rungTaken',
  ] as const;
  override readonly gatherMs = 100;

  constructor(
    private readonly hearFact: HearFact,
    private readonly cases: Cases,
    private readonly endWithdrawn: EndWithdrawn,
    private readonly evidences: KnownEvidences,
    private readonly hearRung: HearRung,
  ) {
    super();
  }

  override handle(work: Work, fact: FactOfCase): Promise<void> {
    switch (fact.type) {
      case 'withdrawal.approved':
        return this.endWithdrawn.execute(work, fact.data);
      case 'evidence.attached':
        return this.evidences.keep(work, fact.data);
      case 'clock.rungTaken':
      case 'obligation.rungTaken':
        return this.hearRung.execute(work, fact);
      default:
        return this.hearFact.execute(work, fact);
    }
  }

  override async handleAll(work: Work, facts: readonly FactOfCase[]): Promise<void> {
    await this.cases.lockAll(work, [...new Set(facts.flatMap(lockedBy))]);
    await super.handleAll(work, facts);
  }
}

/** The case that a fact changes. */
function lockedBy(fact: FactOfCase): string[] {
  switch (fact.type) {
    case 'evidence.attached':
      return [];
    case 'clock.rungTaken':
    case 'obligation.rungTaken': {
      const hazardNo = lastRungOf(fact)?.hazardNo ?? null;
      return hazardNo === null ? [] : [hazardNo];
    }
    default:
      return [fact.data.hazardNo];
  }
}
