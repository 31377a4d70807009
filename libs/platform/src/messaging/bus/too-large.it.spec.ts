import { createTestTopics } from '@bihuan/testing/kafka';
import { expect, it } from '@jest/globals';
import { KafkaBus } from './kafka-bus.ts';
import { UnsendableMessage } from './message-bus.ts';

it('knows a message that is too large for the broker from a broker that is away', async () => {
  const topics = await createTestTopics();
  const bus = new KafkaBus({ brokers: topics.brokers, prefix: topics.prefix, clientId: 'supervision' });
  const huge = bus.publish([{ topic: 'supervision', key: 'huge', value: 'x'.repeat(3_000_000) }]);
  await expect(huge).rejects.toBeInstanceOf(UnsendableMessage);
  await bus.close();
  await topics.drop();
});
