export { eventOf, type HazardFact, publishFacts } from './event-of.ts';
export {
  hazardBrought,
  hazardCorrected,
  petitionDecided,
  rectifyClock,
  withdrawalApproved,
} from './hazard-changes.ts';
export { hazardLife, hazardRegistered } from './hazard-life.ts';
export { isHazardEvent } from './is-hazard-event.ts';
