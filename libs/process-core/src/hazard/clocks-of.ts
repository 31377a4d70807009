import type { HazardFacts, KnownClock } from './hazard-facts.ts';

/** A clock with its id. */
export interface NamedClock extends KnownClock {
  readonly clockId: string;
}

/** Clocks that run, the nearest due first. */
export function openClocks(facts: HazardFacts): NamedClock[] {
  return Object.entries(facts.clocks)
    .filter(([, { open }]) => open)
    .map(([clockId, clock]) => ({ clockId, ...clock }))
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || (a.clockId < b.clockId ? -1 : 1));
}

/** An open clock is past its due, as its owner established. A due moved later since then takes the lateness away. */
export function isOverdue(facts: HazardFacts): boolean {
  return openClocks(facts).some(({ clockId, due, overdueAt }) => {
    const passed = facts.passedDue[clockId];
    return overdueAt !== null || (passed !== undefined && Date.parse(passed) >= Date.parse(due));
  });
}
