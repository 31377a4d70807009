export { eventOf, type HazardFact, publishFacts } from './event-of.ts';
export { hazardLife } from './hazard-life.ts';
