import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';

export interface BusSettings {
  readonly brokers: readonly string[];
  /** Put before every topic and group; empty in a deployment of its own. */
  readonly prefix: string;
  /** Name of the service, shown by the broker. */
  readonly clientId: string;
}

const log = new Logger('Kafka');

const logCreator: NonNullable<KafkaConfig['logCreator']> = () => ({ namespace, log: { message } }) => {
  log.warn(`${namespace}: ${message}`);
};

/** A KafkaJS client with short waits: whoever uses it has a retry of its own. */
export function kafkaClient({ brokers, clientId }: BusSettings): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 3 },
    logLevel: kafkajs.logLevel.ERROR,
    logCreator,
  });
}
