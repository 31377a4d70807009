import { openClocks } from './clocks-of.ts';
import type { HazardFacts } from './hazard-facts.ts';

/** Nothing is left for the loop: struck off, the strike-off published and its month assessed, and every clock ended. */
export function isFinished(facts: HazardFacts): boolean {
  const closed = facts.struckOffAt !== null && facts.strikeOffPublished && facts.strikeOffAssessed;
  return closed && openClocks(facts).length === 0;
}
