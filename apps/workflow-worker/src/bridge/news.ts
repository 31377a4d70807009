import { type LoopFact, type LoopFactType, loopFactTypes } from '@bihuan/contracts';
import {
  type InvalidReason,
  type ReadFact,
  readFact,
  type ReceivedMessage,
} from '@bihuan/platform/messaging';

/** Facts about one hazard, told to its loop at once. */
export interface News {
  readonly hazardNo: string;
  readonly facts: readonly LoopFact[];
}

/** What is to be done about messages, which are done with it. */
export type Step = { readonly messages: readonly ReceivedMessage[] } & (
  | { readonly kind: 'tell'; readonly news: News }
  | { readonly kind: 'putAside'; readonly reason: InvalidReason; readonly detail: string }
);

/** A batch, sorted out. */
export interface Sorted {
  /** Each lane is done in its order, beside the others: one a hazard, and one for what is put aside. */
  readonly lanes: readonly (readonly Step[])[];
  /** Facts no loop depends on: nothing is to be done about them. */
  readonly passed: readonly ReceivedMessage[];
}

/** A signal stays well below Temporal's limits. */
const MOST_FACTS = 50;

/** Sorts out a batch: the facts of a hazard are told together, in their order, whatever stands between them. */
export function sortOut(messages: readonly ReceivedMessage[]): Sorted {
  const lanes = new Map<string, Step[]>();
  const passed: ReceivedMessage[] = [];
  const lane = (name: string): Step[] => {
    const known = lanes.get(name) ?? [];
    lanes.set(name, known);
    return known;
  };
  for (const message of messages) {
    const read: ReadFact<LoopFactType> = readFact(message, loopFactTypes);
    if (read.kind === 'passedOver') passed.push(message);
    else if (read.kind === 'invalid') {
      const { reason, detail } = read;
      lane(PUT_ASIDE).push({ kind: 'putAside', messages: [message], reason, detail });
    } else addFact(lane(read.fact.data.hazardNo), message, read.fact);
  }
  return { lanes: [...lanes.values()], passed };
}

/** No hazard number. */
const PUT_ASIDE = '';

function addFact(lane: Step[], message: ReceivedMessage, fact: LoopFact): void {
  const { hazardNo } = fact.data;
  const last = lane.at(-1);
  const room = last?.kind === 'tell' && last.news.facts.length < MOST_FACTS ? last : undefined;
  if (room) lane.pop();
  lane.push({
    kind: 'tell',
    messages: [...(room?.messages ?? []), message],
    news: { hazardNo, facts: [...(room?.news.facts ?? []), fact] },
  });
}
