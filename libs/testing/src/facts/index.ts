export { eventOf, type HazardFact, publishFacts } from './event-of.ts';
export { hazardLife } from './hazard-life.ts';
export { isHazardEvent } from './is-hazard-event.ts';
