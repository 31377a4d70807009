import type { ErrorCode, HazardState } from '@bihuan/contracts';
import type { HazardFacts } from './hazard-facts.ts';
import { currentRound, stateOf } from './state-of.ts';

/** What the rectifying side, the accepting side and the signer may do to a hazard. */
export type HazardStep =
  'filePlan' | 'reportProgress' | 'reportCompletion' | 'applyForAcceptance' | 'giveVerdict' | 'strikeOff';

/** Why a step is refused: a code of the closed set, with the values its text names. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly params: { readonly state: HazardState };
}

type Guard = (facts: HazardFacts, state: HazardState) => ErrorCode | null;

/** Plan, progress and completion are taken from `handedOver` on, an application from `rectifying` (glossary). */
const guards: Readonly<Record<HazardStep, Guard>> = {
  filePlan: (_, state) => inState(state, 'handedOver', 'rectifying', 'awaitingAcceptance'),
  reportProgress: (_, state) => inState(state, 'handedOver', 'rectifying', 'awaitingAcceptance'),
  reportCompletion: (facts, state) =>
    inState(state, 'handedOver', 'rectifying') ?? (facts.planFiledAt ? null : 'rectification.planMissing'),
  applyForAcceptance: (facts, state) =>
    inState(state, 'rectifying') ??
    (runningRound(facts)?.completedAt ? null : 'rectification.completionMissing'),
  giveVerdict: (facts, state) =>
    state === 'awaitingAcceptance' && !runningRound(facts)?.verdict ? null : 'acceptance.notApplied',
  strikeOff: (facts, state) => {
    if (state === 'struckOff') return 'hazard.stateConflict';
    return runningRound(facts)?.verdict?.passed ? null : 'strikeOff.notAccepted';
  },
};

/** Whether a step may be taken where the hazard stands; null if it may. Who may take it is the service's question. */
export function stepRefusal(step: HazardStep, facts: HazardFacts): Refusal | null {
  const state = stateOf(facts);
  if (state === 'withdrawn') return { code: 'hazard.stateConflict', params: { state } };
  const code = guards[step](facts, state);
  return code && { code, params: { state } };
}

function inState(state: HazardState, ...allowed: readonly HazardState[]): ErrorCode | null {
  return allowed.includes(state) ? null : 'hazard.stateConflict';
}

function runningRound(facts: HazardFacts) {
  return facts.rounds[currentRound(facts)];
}
