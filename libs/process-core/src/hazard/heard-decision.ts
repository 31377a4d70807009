import type { ClockDecision } from '@bihuan/contracts';
import type { HazardFacts, KnownClock } from './hazard-facts.ts';

/**
 * Folds an owner's answer about one of its clocks, heard at `now` (business time). An answer older than what is known
 * changes nothing; one to a clock that is not known changes nothing either.
 */
export function heardDecision(
  facts: HazardFacts,
  clockId: string,
  decision: ClockDecision,
  now: Date,
): HazardFacts {
  const known = facts.clocks[clockId];
  if (!known || decision.version < known.version) return facts;
  return { ...facts, clocks: { ...facts.clocks, [clockId]: answered(known, decision, now) } };
}

function answered(known: KnownClock, decision: ClockDecision, now: Date): KnownClock {
  const { version } = decision;
  switch (decision.outcome) {
    case 'ended':
      return { ...known, version, open: false, wakeAt: null };
    case 'notYet':
      return { ...known, version, wakeAt: after(now, decision.remainingMs) };
    case 'rungTaken': {
      const wakeAt = decision.nextInMs === null ? null : after(now, decision.nextInMs);
      return { ...known, version, wakeAt, overdueAt: decision.overdueAt };
    }
  }
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
