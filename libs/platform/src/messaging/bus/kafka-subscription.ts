import { setTimeout as pause } from 'node:timers/promises';
import { type TopicKey, topics } from '@bihuan/contracts';
import { Logger } from '@nestjs/common';
import type { Consumer, ConsumerConfig, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { ReceivedMessage, Subscription, SubscriptionRequest } from './message-bus.ts';

/** Partitions handled at a time, more than anybody subscribes to: one that must wait holds none of the others. */
const CONCURRENT_PARTITIONS = 64;
const RETRY_MS = 2_000;
const LONGEST_FETCH_MS = 1_000;
/** About what is taken in one transaction. */
const GATHERED_BYTES = 128 * 1024;

/** Whoever waits a little gets many messages in one answer, instead of an answer for each. */
function fetching(gatherMs: number | undefined): Pick<ConsumerConfig, 'minBytes' | 'maxWaitTimeInMs'> {
  return gatherMs === undefined
    ? { minBytes: 1, maxWaitTimeInMs: LONGEST_FETCH_MS }
    : { minBytes: GATHERED_BYTES, maxWaitTimeInMs: gatherMs };
}

function plain(headers: IHeaders | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

function received(topic: TopicKey, partition: number, message: KafkaMessage): ReceivedMessage {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? null,
    value: message.value?.toString() ?? null,
    headers: plain(message.headers),
  };
}

/** One consumer of KafkaJS, kept running until it is stopped. */
export class KafkaSubscription implements Subscription {
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #consumer: Consumer;
  readonly #keys: ReadonlyMap<string, TopicKey>;
  #running: Promise<void>;
  #joined = false;

  constructor(
    kafka: Kafka,
    prefix: string,
    private readonly request: SubscriptionRequest,
  ) {
    this.#log = new Logger(`Subscription ${request.group}`);
    this.#keys = new Map(request.topics.map((key) => [prefix + topics[key].name, key]));
    this.#consumer = kafka.consumer({
      groupId: prefix + request.group,
      sessionTimeout: 6_000,
      heartbeatInterval: 1_500,
      rebalanceTimeout: 15_000,
      ...fetching(request.gatherMs),
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 5 },
    });
    this.#consumer.on('consumer.group_join', () => (this.#joined = true));
    this.#consumer.on('consumer.disconnect', () => (this.#joined = false));
    this.#consumer.on('consumer.crash', ({ payload }) => {
      this.#joined = false;
      this.#log.warn(`Left its group: ${String(payload.error)}`);
      if (!payload.restart) this.#running = this.#running.then(() => this.join());
    });
    this.#running = this.join();
  }

  get joined(): boolean {
    return this.#joined;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#consumer.disconnect();
  }

  private async join(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#consumer.connect();
        await this.#consumer.subscribe({ topics: [...this.#keys.keys()], fromBeginning: true });
        // Stopped while it was connecting: a consumer that ran now would never be stopped.
        if (this.#stopping.signal.aborted) return;
        await this.#consumer.run({
          autoCommit: this.request.from === 'resume',
          autoCommitInterval: 1_000,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: CONCURRENT_PARTITIONS,
          eachBatch: (payload) => this.onBatch(payload),
        });
        return;
      } catch (error) {
        this.#log.warn(`Not joined yet: ${String(error)}`);
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const topic = this.#keys.get(batch.topic);
    if (topic === undefined) throw new Error(`Not subscribed to ${batch.topic}`);
    const lost = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal]);
    await this.request.onBatch({
      messages: batch.messages.map((message) => received(topic, batch.partition, message)),
      signal,
      done: ({ offset }) => {
        payload.resolveOffset(offset);
      },
      heartbeat: async () => {
        if (!payload.isRunning() || payload.isStale()) lost.abort();
        await payload.heartbeat();
        if (this.request.from === 'resume') await payload.commitOffsetsIfNecessary();
      },
    });
  }
}
