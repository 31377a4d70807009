import type { HazardState, Track } from '@bihuan/contracts';
import type { HazardFacts, KnownHandover, Round } from './hazard-facts.ts';

const tracks: readonly Track[] = ['territorial', 'industry'];

/** The hazard's state by the glossary: the furthest one that the facts bear out, in whatever order they came. */
export function stateOf(facts: HazardFacts): HazardState {
  if (facts.struckOffAt) return 'struckOff';
  if (facts.withdrawnAt) return 'withdrawn';
  const round = facts.rounds[currentRound(facts)];
  if (round?.appliedAt ?? round?.verdict) return 'awaitingAcceptance';
  if (currentRound(facts) > 1 || tracks.every((track) => isSettled(facts, track))) return 'rectifying';
  return bothDispatchedAt(facts) ? 'handedOver' : 'registered';
}

/** The round of rectification that is running, from 1: one more than the last failed verdict, or the last heard of. */
export function currentRound(facts: HazardFacts): number {
  const reached = roundsOf(facts).map(([round, { verdict }]) =>
    verdict?.passed === false ? round + 1 : round,
  );
  return Math.max(1, ...reached);
}

/** Both tracks have a handover: the moment the second one got its first; else null. */
export function bothDispatchedAt(facts: HazardFacts): string | null {
  const firsts = tracks.map((track) => dispatches(facts, track)[0]);
  const [first, second] = firsts;
  if (!first || !second) return null;
  return Date.parse(first) >= Date.parse(second) ? first : second;
}

/** The moment the latest handover of either track was dispatched, successors of transferred ones included. */
export function lastDispatchedAt(facts: HazardFacts): string | null {
  const lasts = tracks.flatMap((track) => dispatches(facts, track).at(-1) ?? []);
  return lasts.sort(byTime).at(-1) ?? null;
}

/**
 * A track is settled once a handover of it was acknowledged or insisted upon, and stays so when that one is redirected
 * later on: rectification does not begin anew. One transferred away settles nothing: the successor takes its place.
 */
export function isSettled(facts: HazardFacts, track: Track): boolean {
  return handoversOf(facts, track).some(
    ({ status, settled }) => status === 'acknowledged' || status === 'insisted' || settled === true,
  );
}

function dispatches(facts: HazardFacts, track: Track): string[] {
  return handoversOf(facts, track)
    .map(({ dispatchedAt }) => dispatchedAt)
    .sort(byTime);
}

function handoversOf(facts: HazardFacts, track: Track): KnownHandover[] {
  return Object.values(facts.handovers).filter((handover) => handover.track === track);
}

function roundsOf(facts: HazardFacts): [number, Round][] {
  return Object.entries(facts.rounds).map(([round, known]) => [Number(round), known]);
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
