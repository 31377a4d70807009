import { type EventOf, type LoopFact, type LoopFactType, loopFactTypes } from '@bihuan/contracts';
import {
  type InvalidReason,
  type ReadFact,
  readFact,
  type ReceivedMessage,
} from '@bihuan/platform/messaging';

/** Facts that stand one behind the other on their partition and are about one hazard: told to its loop at once. */
export interface News {
  readonly hazardNo: string;
  readonly facts: readonly LoopFact[];
  readonly messages: readonly ReceivedMessage[];
}

/** What is to be done about messages, in their order. `last`: done, the partition is done up to here. */
export type Step = { readonly last: ReceivedMessage } & (
  | { readonly kind: 'tell'; readonly news: News }
  | { readonly kind: 'putAside'; readonly reason: InvalidReason; readonly detail: string }
  | { readonly kind: 'pass' }
);

/** A signal stays well below Temporal's limits. */
const MOST_FACTS = 50;

/** Sorts out a batch: facts no loop depends on are passed over and do not part those around them. */
export function stepsOf(messages: readonly ReceivedMessage[]): Step[] {
  const steps: Step[] = [];
  for (const message of messages) {
    const read: ReadFact<LoopFactType> = readFact(message, loopFactTypes);
    const before = steps.at(-1);
    if (read.kind === 'invalid') {
      steps.push({ kind: 'putAside', last: message, reason: read.reason, detail: read.detail });
    } else if (read.kind === 'fact') {
      const joined = before && withFact(before, message, read.fact);
      if (joined) steps.splice(-1, 1, joined);
      else steps.push(toldOf(message, read.fact));
    } else if (before?.kind === 'tell' || before?.kind === 'pass') {
      steps.splice(-1, 1, { ...before, last: message });
    } else {
      steps.push({ kind: 'pass', last: message });
    }
  }
  return steps;
}

function toldOf(message: ReceivedMessage, fact: EventOf<LoopFactType>): Step {
  return {
    kind: 'tell',
    last: message,
    news: { hazardNo: fact.data.hazardNo, facts: [fact], messages: [message] },
  };
}

/** @returns undefined where the fact does not belong to the step before it */
function withFact(step: Step, message: ReceivedMessage, fact: EventOf<LoopFactType>): Step | undefined {
  if (step.kind !== 'tell') return undefined;
  const { hazardNo, facts, messages } = step.news;
  if (hazardNo !== fact.data.hazardNo || facts.length >= MOST_FACTS) return undefined;
  return {
    kind: 'tell',
    last: message,
    news: { hazardNo, facts: [...facts, fact], messages: [...messages, message] },
  };
}
