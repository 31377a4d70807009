import type { EventData, EventOf, LoopFact, LoopFactType } from '@bihuan/contracts';
import { v7 as uuid } from 'uuid';

/** A fact of a hazard as its owner would publish it, said by the service itself. @param occurredAt business time */
export function factOf<T extends LoopFactType>(
  type: T,
  occurredAt: Date,
  data: EventData<T> & { readonly hazardNo: string },
): LoopFact {
  const fact = {
    id: uuid(),
    type,
    version: 1,
    occurredAt: occurredAt.toISOString(),
    aggregate: { type: 'hazard', id: data.hazardNo },
    actor: { person: 'service:test', orgCode: null, role: 'service' },
    correlationId: data.hazardNo,
    data,
  } as const;
  return fact as unknown as EventOf<T> & LoopFact;
}
