import { openClocks } from './clocks-of.ts';
import type { HazardFacts } from './hazard-facts.ts';

/**
 * Nothing is left for the loop: struck off, the strike-off published and its month assessed, or withdrawn, and every
 * clock ended. What had been struck off before its ledger was brought has nothing left from the start.
 */
export function isFinished(facts: HazardFacts): boolean {
  if (facts.closedInHistory) return true;
  const closed = facts.struckOffAt !== null && facts.strikeOffPublished && facts.strikeOffAssessed;
  return (closed || facts.withdrawnAt !== undefined) && openClocks(facts).length === 0;
}
