import type { EventData } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import type { HazardEvent } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';

type OwnType =
  | 'plan.filed'
  | 'progress.reported'
  | 'completion.reported'
  | 'acceptance.applied'
  | 'acceptance.decided'
  | 'hazard.struckOff';

/** A fact that supervision itself establishes. */
export type OwnFact = { [K in OwnType]: { readonly type: K; readonly data: EventData<K> } }[OwnType];

/** The fact as the fold hears it. */
export function asEvent(work: Work, fact: OwnFact): HazardEvent {
  return {
    ...fact,
    id: uuid(),
    version: 1,
    occurredAt: work.now.toISOString(),
    aggregate: { type: 'hazard', id: fact.data.hazardNo },
    actor: work.actor,
    correlationId: work.correlationId,
  };
}
