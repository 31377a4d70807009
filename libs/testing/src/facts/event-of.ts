import {
  clockOwners,
  type AnyEvent,
  type EventData,
  type EventOf,
  type EventType,
  type TopicKey,
} from '@bihuan/contracts';
import { v7 as uuid } from 'uuid';
import type { TestTopics } from '../kafka/index.ts';

type HazardFactType = Exclude<EventType, 'reference.changed'>;
export type HazardFact = EventOf<HazardFactType>;

/** A fact of a hazard as its owner publishes it. @param at business time, ISO UTC */
export function eventOf<T extends HazardFactType>(
  type: T,
  data: EventData<T>,
  at = '2023-10-09T01:00:00.000Z',
): EventOf<T> {
  const {
    interviewId,
    hazardNo,
    clockId = '',
  } = data as {
    interviewId?: string;
    hazardNo?: string;
    clockId?: string;
  };
  const id = interviewId ?? hazardNo ?? clockId;
  return {
    id: uuid(),
    type,
    version: 1,
    occurredAt: at,
    aggregate: { type: aggregateOf(type), id },
    actor: { person: 'service:test', orgCode: null, role: 'service' },
    correlationId: id,
    data,
  } as unknown as EventOf<T>;
}

function aggregateOf(type: HazardFactType): 'obligation' | 'interview' | 'hazard' {
  if (type.startsWith('interview.')) return 'interview';
  return type.startsWith('obligation.') ? 'obligation' : 'hazard';
}

/** Puts facts on the topics of their owners, in the order given. */
export async function publishFacts(topics: TestTopics, facts: readonly HazardFact[]): Promise<void> {
  for (const fact of facts)
    await topics.write(topicOf(fact), [{ key: fact.aggregate.id, value: JSON.stringify(fact) }]);
}

function topicOf(fact: AnyEvent): TopicKey {
  switch (fact.type) {
    case 'hazard.registered':
    case 'hazard.corrected':
    case 'evidence.attached':
    case 'withdrawal.approved':
    case 'hazard.withdrawn':
      return 'registration';
    case 'withdrawal.confirmed':
      return fact.data.owner;
    case 'hazard.disclosed':
      return 'disclosure';
    case 'hazard.assessed':
      return 'assessment';
    case 'clock.opened':
    case 'clock.moved':
    case 'clock.ended':
    case 'obligation.opened':
    case 'obligation.moved':
    case 'obligation.ended':
      return fact.data.owner;
    case 'clock.rungTaken':
    case 'obligation.rungTaken':
      return clockOwners.find((owner) => fact.data.clockId.startsWith(`${owner}.`)) ?? 'supervision';
    default:
      return fact.type.startsWith('handover.') ? 'handover' : 'supervision';
  }
}
