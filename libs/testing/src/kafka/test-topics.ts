import { randomBytes } from 'node:crypto';
import { type TopicKey, topics } from '@bihuan/contracts';
import kafkajs, { type IHeaders } from 'kafkajs';
import { testServer } from '../test-servers.ts';

export interface TestMessage {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The product's topics under a prefix of their own. */
export interface TestTopics {
  readonly brokers: readonly string[];
  readonly prefix: string;
  /** Puts raw messages on a topic, past all checks. */
  write(
    topic: TopicKey,
    messages: readonly { readonly key: string; readonly value: string | null }[],
  ): Promise<void>;
  /** Waits until a topic holds so many messages, and returns what it holds then, partition by partition. */
  read(topic: TopicKey, count: number): Promise<TestMessage[]>;
  drop(): Promise<void>;
}

const text = (headers: IHeaders | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));

/** Makes the topics as the stack does, only smaller: two partitions. */
export async function createTestTopics(): Promise<TestTopics> {
  const brokers = testServer('BIHUAN_TEST_KAFKA').split(',');
  const prefix = `t${randomBytes(5).toString('hex')}.`;
  const kafka = new kafkajs.Kafka({ clientId: 'tests', brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await Promise.all([admin.connect(), producer.connect()]);
  await admin.createTopics({
    waitForLeaders: true,
    topics: Object.values(topics).map(({ name, partitions, retention }) => ({
      topic: prefix + name,
      numPartitions: Math.min(partitions, 2),
      configEntries: retention === 'compact' ? [{ name: 'cleanup.policy', value: 'compact' }] : [],
    })),
  });

  const read = async (topic: TopicKey, count: number): Promise<TestMessage[]> => {
    const consumer = kafka.consumer({ groupId: `${prefix}reader-${randomBytes(4).toString('hex')}` });
    const seen = new Map<string, TestMessage>();
    const enough = Promise.withResolvers<undefined>();
    if (count === 0) enough.resolve(undefined);
    await consumer.connect();
    await consumer.subscribe({ topics: [prefix + topics[topic].name], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ partition, message: { offset, key, value, headers } }) => {
        const message = {
          key: key?.toString() ?? null,
          value: value?.toString() ?? null,
          headers: text(headers),
        };
        seen.set(`${partition}/${offset.padStart(12, '0')}`, message);
        if (seen.size >= count) enough.resolve(undefined);
        return Promise.resolve();
      },
    });
    await enough.promise;
    await consumer.disconnect();
    return [...seen].sort(([a], [b]) => a.localeCompare(b)).map(([, message]) => message);
  };

  return {
    brokers,
    prefix,
    read,
    async write(topic, messages) {
      await producer.send({ topic: prefix + topics[topic].name, messages: [...messages] });
    },
    async drop() {
      await admin.deleteTopics({ topics: Object.values(topics).map(({ name }) => prefix + name) });
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
  };
}
