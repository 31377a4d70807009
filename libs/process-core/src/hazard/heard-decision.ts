import type { RecordedDecision } from '@bihuan/contracts';
import type { HazardFacts, KnownClock } from './hazard-facts.ts';

/**
 * Folds an owner's answer about one of its clocks, heard at `now` (business time). An answer older than what is known
 * changes nothing; one to a clock that is not known changes nothing either. The answer says all that the fact of its
 * version says, which may come later or have come before.
 */
export function heardDecision(
  facts: HazardFacts,
  clockId: string,
  decision: RecordedDecision,
  now: Date,
): HazardFacts {
  const known = facts.clocks[clockId];
  if (!known || decision.version < known.version) return facts;
  return { ...facts, clocks: { ...facts.clocks, [clockId]: answered(known, decision, now) } };
}

function answered(known: KnownClock, decision: RecordedDecision, now: Date): KnownClock {
  const { version, due = known.due, waitsFor = known.waitsFor, overdueAt = known.overdueAt } = decision;
  const { paused, ...running } = known;
  const clock = { ...running, version, due, waitsFor, overdueAt };
  switch (decision.outcome) {
    case 'ended':
      return { ...clock, open: false, wakeAt: null };
    case 'paused':
      return { ...clock, paused: true, wakeAt: null };
    case 'notYet':
      return { ...clock, wakeAt: after(now, decision.remainingMs) };
    case 'rungTaken':
      return { ...clock, wakeAt: decision.nextInMs === null ? null : after(now, decision.nextInMs) };
  }
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
