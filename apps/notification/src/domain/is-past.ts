import type { FactOfHazard } from './heard-facts.ts';

/**
 * Whether a fact tells of the past that a ledger from an older system brought along: it happened before it was
 * announced. Whoever had to know was told there; here nobody is.
 */
export function isPast(fact: FactOfHazard): boolean {
  const happened = happenedAt(fact);
  return happened !== null && Date.parse(happened) < Date.parse(fact.occurredAt);
}

/** Null where a fact tells of nothing but itself. */
function happenedAt(fact: FactOfHazard): string | null {
  switch (fact.type) {
    case 'handover.dispatched':
      return fact.data.dispatchedAt;
    case 'acceptance.applied':
      return fact.data.appliedAt;
    case 'acceptance.decided':
      return fact.data.decidedAt;
    case 'hazard.struckOff':
      return fact.data.struckOffAt;
    case 'hazard.corrected':
    case 'hazard.withdrawn':
    case 'handover.acknowledged':
    case 'handover.refused':
    case 'handover.insisted':
    case 'handover.redirected':
    case 'handover.unrouted':
    case 'clock.rungTaken':
    case 'petition.filed':
    case 'petition.decided':
      return null;
  }
}
