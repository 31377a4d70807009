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
export type Told =
  | { readonly to: 'loop'; readonly hazardNo: string; readonly facts: readonly LoopFact[] }
  | { readonly to: 'obligation'; readonly clockId: string; readonly facts: readonly ObligationClockFact[] }
  | { readonly to: 'month'; readonly kind: MonthlyKind; readonly facts: readonly MonthRequest[] };

/** Facts that stand one behind the other on their partition and are for one workflow: told to it at once. */
export type News = Told & {
  /** Tells one recipient from another. */
  readonly recipient: string;
  readonly messages: readonly ReceivedMessage[];
};

/** What is to be done about messages, in their order. `last`: done, the partition is done up to here. */
export type Step = { readonly last: ReceivedMessage } & (
  | { readonly kind: 'tell'; readonly news: News }
  | { readonly kind: 'putAside'; readonly reason: InvalidReason; readonly detail: string }
  | { readonly kind: 'pass' }
);

/** A signal stays well below Temporal's limits. */
const MOST_FACTS = 50;

/** Sorts out a batch: facts no workflow depends on are passed over and do not part those around them. */
export function stepsOf(messages: readonly ReceivedMessage[]): Step[] {
  const steps: Step[] = [];
  for (const message of messages) {
    const read: ReadFact<HeardType> = readFact(message, heardTypes);
    const before = steps.at(-1);
    if (read.kind === 'invalid') {
      steps.push({ kind: 'putAside', last: message, reason: read.reason, detail: read.detail });
    } else if (read.kind === 'fact') {
      const news = newsOf(read.fact, message);
      const joined = before?.kind === 'tell' ? joinedTo(before.news, news) : undefined;
      if (joined) steps.splice(-1, 1, { kind: 'tell', last: message, news: joined });
      else steps.push({ kind: 'tell', last: message, news });
    } else if (before?.kind === 'tell' || before?.kind === 'pass') {
      steps.splice(-1, 1, { ...before, last: message });
    } else {
      steps.push({ kind: 'pass', last: message });
    }
  }
  return steps;
}

function newsOf(fact: EventOf<HeardType>, message: ReceivedMessage): News {
  const messages = [message];
  switch (fact.type) {
    case 'edition.requested':
      return {
        to: 'month',
        kind: 'disclosure',
        facts: [fact],
        recipient: monthlyIdOf('disclosure', fact.data),
        messages,
      };
    case 'assessment.requested':
      return {
        to: 'month',
        kind: 'assessment',
        facts: [fact],
        recipient: monthlyIdOf('assessment', fact.data),
        messages,
      };
    case 'obligation.opened':
    case 'obligation.moved':
    case 'obligation.ended': {
      const { clockId } = fact.data;
      return { to: 'obligation', clockId, facts: [fact], recipient: clockId, messages };
    }
    default: {
      const { hazardNo } = fact.data;
      return { to: 'loop', hazardNo, facts: [fact], recipient: hazardNo, messages };
    }
  }
}

/** @returns undefined where the news are for somebody else, or would be too many */
function joinedTo(before: News, news: News): News | undefined {
  if (before.recipient !== news.recipient || before.facts.length >= MOST_FACTS) return undefined;
  // One recipient, one kind of fact.
  return {
    ...before,
    facts: [...before.facts, ...news.facts],
    messages: [...before.messages, ...news.messages],
  } as News;
}
