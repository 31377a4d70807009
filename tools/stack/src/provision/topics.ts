import { topics } from '@bihuan/contracts';
import kafkajs from 'kafkajs';

/** Facts never expire; of reference data the latest value of each key stays. */
const retention = {
  keepAll: [{ name: 'retention.ms', value: '-1' }],
  compact: [{ name: 'cleanup.policy', value: 'compact' }],
};

/** Makes the topics of the contracts; those that are there stay as they are. */
export async function provisionTopics(brokers: string): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({
    clientId: 'stack',
    brokers: brokers.split(','),
    logLevel: logLevel.ERROR,
  }).admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const missing = Object.values(topics).filter((topic) => !present.has(topic.name));
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        replicationFactor: 1,
        configEntries: retention[topic.retention],
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
