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

/**
 * The end of rectification as it stands: the due of the clock of the round that runs, or of the last one, with all that
 * verdicts, extensions, pauses and re-projections have made of it. ISO 8601, UTC; null until such a clock was heard of.
 */
export function rectifyDue({ clocks }: HazardFacts): string | null {
  const rounds = Object.values(clocks).filter(({ kind }) => kind === 'rectify');
  const running = rounds.find(({ open }) => open);
  const last = rounds.toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due)).at(-1);
  return (running ?? last)?.due ?? null;
}

/** An open clock is past its due, as its owner established. A due moved later since then takes the lateness away. */
export function isOverdue(facts: HazardFacts): boolean {
  return openClocks(facts).some(({ clockId, due, overdueAt }) => {
    const passed = facts.passedDue[clockId];
    return overdueAt !== null || (passed !== undefined && Date.parse(passed) >= Date.parse(due));
  });
}
