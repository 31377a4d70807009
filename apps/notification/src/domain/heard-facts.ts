import type { EventOf, EventType } from '@bihuan/contracts';

/**
 * Facts that notification hears. A transfer is not among them: the new organisation is told by the dispatch of its
 * own handover, which comes from the same transaction.
 */
export const heardTypes = [
  'hazard.registered',
  'hazard.corrected',
  'hazard.withdrawn',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.refused',
  'handover.insisted',
  'handover.redirected',
  'handover.unrouted',
  'clock.rungTaken',
  'petition.filed',
  'petition.decided',
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
] as const satisfies readonly EventType[];

export type HeardType = (typeof heardTypes)[number];
export type HeardFact = EventOf<HeardType>;

/** Facts that somebody is told of, or that change who is. They need the hazard's brief. */
export type FactOfHazard = EventOf<Exclude<HeardType, 'hazard.registered'>>;
