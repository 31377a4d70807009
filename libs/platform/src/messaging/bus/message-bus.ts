import type { TopicKey } from '@bihuan/contracts';

export interface OutgoingMessage {
  readonly topic: TopicKey;
  /** Messages of one key stay in order. */
  readonly key: string;
  readonly value: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ReceivedMessage {
  readonly topic: TopicKey;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  /** Null: the key was deleted from a compacted topic. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Messages of one partition, in order. */
export interface MessageBatch {
  readonly messages: readonly ReceivedMessage[];
  /** Aborted when the subscription stops or the partition goes to somebody else: leave the rest undone. */
  readonly signal: AbortSignal;
  /** The message and those before it need not come again. */
  done(message: ReceivedMessage): void;
  /** Keeps the partition while a message takes long; call it at least every two seconds. */
  heartbeat(): Promise<void>;
}

export interface SubscriptionRequest {
  /** Consumer group, without the prefix of the deployment. */
  readonly group: string;
  readonly topics: readonly TopicKey[];
  /** `resume` goes on after the last message done; `replay` begins at the first message every time. */
  readonly from: 'resume' | 'replay';
  /** How long messages may wait for others, milliseconds; left out: not at all. */
  readonly gatherMs?: number;
  /** Leaving messages undone and returning, or throwing, brings them again. */
  onBatch(batch: MessageBatch): Promise<void>;
}

export interface Subscription {
  /** True while the broker lets this subscription read. */
  readonly joined: boolean;
  /** Waits for the batch at work, then leaves the group. */
  stop(): Promise<void>;
}

/** The broker refuses this message for good; sending it again will not help. */
export class UnsendableMessage extends Error {
  override readonly name = 'UnsendableMessage';
}

/** Kafka, as the product sees it. */
export abstract class MessageBus {
  /**
   * Sends messages; resolves once all replicas have them.
   *
   * @throws UnsendableMessage where one of them can never be sent; any other error means the broker is away
   */
  abstract publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Subscribes in the background and keeps trying while the broker is away. */
  abstract subscribe(request: SubscriptionRequest): Subscription;
  /** Stops what is still subscribed and disconnects. */
  abstract close(): Promise<void>;
}
