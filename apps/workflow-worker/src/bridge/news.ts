import {
  type EventOf,
  type LoopFact,
  loopFactTypes,
  monthlyIdOf,
  type MonthlyKind,
  type ObligationClockFact,
  obligationFactTypes,
} from '@bihuan/contracts';
import {
  type InvalidReason,
  type ReadFact,
  readFact,
  type ReceivedMessage,
} from '@bihuan/platform/messaging';

/** Somebody, or a schedule, asked for what is made of a month. */
export type MonthRequest = EventOf<'edition.requested' | 'assessment.requested'>;

/** Facts that a workflow waits for, or begins with. */
const heardTypes = [
  ...loopFactTypes,
  ...obligationFactTypes,
  'edition.requested',
  'assessment.requested',
] as const;
type HeardType = (typeof heardTypes)[number];

/** For whom facts are: the loop of a hazard, the workflow of a clock without one, or that of a month. */
type Told =
  | { readonly to: 'loop'; readonly hazardNo: string; readonly facts: readonly LoopFact[] }
  | { readonly to: 'obligation'; readonly clockId: string; readonly facts: readonly ObligationClockFact[] }
  | { readonly to: 'month'; readonly kind: MonthlyKind; readonly facts: readonly MonthRequest[] };

/** Facts for one workflow, told to it at once. `recipient` tells one workflow from another. */
export type News = Told & { readonly recipient: string };

/** What is to be done about messages, which are done with it. */
export type Step = { readonly messages: readonly ReceivedMessage[] } & (
  | { readonly kind: 'tell'; readonly news: News }
  | { readonly kind: 'putAside'; readonly reason: InvalidReason; readonly detail: string }
);

/** A batch, sorted out. */
export interface Sorted {
  /** Each lane is done in its order, beside the others: one a workflow, and one for what is put aside. */
  readonly lanes: readonly (readonly Step[])[];
  /** Facts no workflow depends on: nothing is to be done about them. */
  readonly passed: readonly ReceivedMessage[];
}

/** A signal stays well below Temporal's limits. */
export const MOST_FACTS = 50;

/** Sorts out a batch: the facts for a workflow are told together, in their order, whatever stands between them. */
export function sortOut(messages: readonly ReceivedMessage[]): Sorted {
  const lanes = new Map<string, Step[]>();
  const passed: ReceivedMessage[] = [];
  const lane = (name: string): Step[] => {
    const known = lanes.get(name) ?? [];
    lanes.set(name, known);
    return known;
  };
  for (const message of messages) {
    const read: ReadFact<HeardType> = readFact(message, heardTypes);
    if (read.kind === 'passedOver' || (read.kind === 'fact' && isUnhurried(read.fact))) passed.push(message);
    else if (read.kind === 'invalid') {
      const { reason, detail } = read;
      lane(PUT_ASIDE).push({ kind: 'putAside', messages: [message], reason, detail });
    } else {
      const news = newsOf(read.fact);
      addNews(lane(news.recipient), message, news);
    }
  }
  return { lanes: [...lanes.values()], passed };
}

/** A clock that moved with many others, and not to an earlier wake-up: its workflow asks when its timer fires. */
function isUnhurried({ data }: EventOf<HeardType>): boolean {
  return 'unhurried' in data && data.unhurried === true;
}

/** No recipient. */
const PUT_ASIDE = '';

function addNews(lane: Step[], message: ReceivedMessage, news: News): void {
  const last = lane.at(-1);
  const room = last?.kind === 'tell' && last.news.facts.length < MOST_FACTS ? last : undefined;
  if (!room) {
    lane.push({ kind: 'tell', messages: [message], news });
    return;
  }
  lane.pop();
  lane.push({ kind: 'tell', messages: [...room.messages, message], news: joined(room.news, news) });
}

/** News for the same workflow: one recipient, one kind of fact. */
export function joined(news: News, later: News): News {
  return { ...news, facts: [...news.facts, ...later.facts] } as News;
}

function newsOf(fact: EventOf<HeardType>): News {
  switch (fact.type) {
    case 'edition.requested':
      return {
        to: 'month',
        kind: 'disclosure',
        facts: [fact],
        recipient: monthlyIdOf('disclosure', fact.data),
      };
    case 'assessment.requested':
      return {
        to: 'month',
        kind: 'assessment',
        facts: [fact],
        recipient: monthlyIdOf('assessment', fact.data),
      };
    case 'obligation.opened':
    case 'obligation.moved':
    case 'obligation.ended': {
      const { clockId } = fact.data;
      return { to: 'obligation', clockId, facts: [fact], recipient: clockId };
    }
    default: {
      const { hazardNo } = fact.data;
      return { to: 'loop', hazardNo, facts: [fact], recipient: hazardNo };
    }
  }
}
