import { topics } from '@bihuan/contracts';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import { type BusSettings, kafkaClient } from './kafka-client.ts';
import { KafkaSubscription } from './kafka-subscription.ts';
import {
  MessageBus,
  type OutgoingMessage,
  type Subscription,
  type SubscriptionRequest,
  UnsendableMessage,
} from './message-bus.ts';

/** Answers of the broker that no repetition changes. */
const refusals = new Set([
  'CORRUPT_MESSAGE',
  'INVALID_RECORD',
  'INVALID_TOPIC_EXCEPTION',
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
]);

function refusalOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const type = (cause as { type?: unknown }).type;
    if (typeof type === 'string' && refusals.has(type)) return type;
  }
  return undefined;
}

/** The bus over KafkaJS. Topics are made by whoever installs the product, never by sending to them. */
export class KafkaBus extends MessageBus {
  readonly #kafka: Kafka;
  readonly #producer: Producer;
  readonly #subscriptions = new Set<Subscription>();
  #connected: Promise<void> | undefined;

  constructor(private readonly settings: BusSettings) {
    super();
    this.#kafka = kafkaClient(settings);
    this.#producer = this.#kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
  }

  override async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.connect();
    const byTopic = Map.groupBy(messages, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, group]) => ({
      topic: this.settings.prefix + topics[topic].name,
      messages: group.map(({ key, value, headers }) => ({
        key,
        value,
        ...(headers && { headers: { ...headers } }),
      })),
    }));
    try {
      await this.#producer.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      const refusal = refusalOf(error);
      throw refusal ? new UnsendableMessage(refusal, { cause: error }) : error;
    }
  }

  override subscribe(request: SubscriptionRequest): Subscription {
    const subscription = new KafkaSubscription(this.#kafka, this.settings.prefix, request);
    this.#subscriptions.add(subscription);
    return subscription;
  }

  override async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    if (this.#connected) await this.#producer.disconnect();
  }

  private connect(): Promise<void> {
    this.#connected ??= this.#producer.connect().catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    return this.#connected;
  }
}
