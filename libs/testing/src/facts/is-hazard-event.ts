import { type AnyEvent, type HazardEvent, hazardEventTypes } from '@bihuan/contracts';

const types: ReadonlySet<string> = new Set(hazardEventTypes);

/** Whether projections fold this event. */
export function isHazardEvent(event: AnyEvent): event is HazardEvent {
  return types.has(event.type);
}
