import kafkajs, { type Kafka } from 'kafkajs';

export interface BusSettings {
  readonly brokers: readonly string[];
  /** Put before every topic and group; empty in a deployment of its own. */
  readonly prefix: string;
  /** Name of the service, shown by the broker. */
  readonly clientId: string;
}

/** A KafkaJS client with short waits and no log of its own: whoever uses it tries again, and says why. */
export function kafkaClient({ brokers, clientId }: BusSettings): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 3 },
    logLevel: kafkajs.logLevel.NOTHING,
  });
}
