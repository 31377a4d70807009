import { Injectable } from '@nestjs/common';
import type { EventData, EventOf, TopicKey } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { FactConsumer } from '@bihuan/platform/messaging';
import { EndStruckOff } from '../domain/end-struck-off.ts';
import { EndWithdrawn } from '../domain/end-withdrawn.ts';
import { FollowCorrection } from '../domain/follow-correction.ts';
import type { RegisteredHazard } from '../domain/hand-over-clock.ts';
import { NoteFeedback } from '../domain/note-feedback.ts';
import { RecordPast } from '../domain/record-past.ts';
import { Handovers } from '../persistence/handovers.repository.ts';

const types = [
  'hazard.registered',
  'hazard.corrected',
  'withdrawal.approved',
  'plan.filed',
  'progress.reported',
  'completion.reported',
  'hazard.struckOff',
] as const;
type HeardFact = EventOf<(typeof types)[number]>;

/**
 * Hears of the past a hazard brought along, of its corrections, the first feedback on it, its withdrawal and its end;
 * the loop asks for the rest.
 */
@Injectable()
export class HazardFactsConsumer extends FactConsumer<HeardFact['type']> {
  override readonly name = 'handover.hazards';
  override readonly topics: readonly TopicKey[] = ['registration', 'supervision'];
  override readonly types = types;
  override readonly gatherMs = 250;

  constructor(
    private readonly recordPast: RecordPast,
    private readonly followCorrection: FollowCorrection,
    private readonly endWithdrawn: EndWithdrawn,
    private readonly endStruckOff: EndStruckOff,
    private readonly noteFeedback: NoteFeedback,
    private readonly handovers: Handovers,
  ) {
    super();
  }

  override async handle(work: Work, fact: HeardFact): Promise<void> {
    switch (fact.type) {
      case 'hazard.registered': {
        const { history } = fact.data;
        if (history) await this.recordPast.execute(work, registered(fact.data), history, history.struckOffAt);
        return;
      }
      case 'hazard.corrected':
        return this.followCorrection.execute(work, fact.data);
      case 'withdrawal.approved':
        return this.endWithdrawn.execute(work, fact.data);
      case 'plan.filed':
        return this.noteFeedback.execute(work, fact.data.hazardNo, fact.data.filedAt);
      case 'progress.reported':
      case 'completion.reported':
        return this.noteFeedback.execute(work, fact.data.hazardNo, fact.data.reportedAt);
      case 'hazard.struckOff':
        return this.endStruckOff.execute(work, fact.data);
    }
  }

  override async handleAll(work: Work, facts: readonly HeardFact[]): Promise<void> {
    const hazardNos = [...new Set(facts.map(({ data }) => data.hazardNo))].sort();
    for (const hazardNo of hazardNos) await this.handovers.lockHazard(work, hazardNo);
    await super.handleAll(work, facts);
  }
}

function registered(data: EventData<'hazard.registered'>): RegisteredHazard {
  const { hazardNo, campaignCode, place, field, registeredAt } = data;
  return {
    hazardNo,
    campaignCode,
    placeCode: place.code,
    cityCode: place.cityCode,
    fieldCode: field.code,
    registeredAt,
  };
}
