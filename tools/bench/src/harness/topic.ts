import { type TopicKey, topics } from '@bihuan/contracts';
import kafkajs from 'kafkajs';

/** Takes all facts out of a topic: those of a benchmark would keep others busy that it is not about. */
export async function emptyTopic(brokers: string, key: TopicKey): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({
    clientId: 'bench',
    brokers: brokers.split(','),
    logLevel: logLevel.ERROR,
  }).admin();
  await admin.connect();
  try {
    const { name } = topics[key];
    const partitions = await admin.fetchTopicOffsets(name);
    await admin.deleteTopicRecords({ topic: name, partitions });
  } finally {
    await admin.disconnect();
  }
}
