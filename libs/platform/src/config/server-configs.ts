import { z } from 'zod';

const databaseKeys = z.object({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

/** The service's database; role and schema bear the service's name. */
export class DatabaseConfig {
  static readonly keys = databaseKeys;

  /** `postgres://role:password@host:port/database`. */
  readonly url;

  constructor(values: z.infer<typeof databaseKeys>) {
    this.url = values.DATABASE_URL;
  }
}

const kafkaKeys = z.object({
  KAFKA_BROKERS: z.string().transform((list) => list.split(',').map((broker) => broker.trim())),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
});

/** The Kafka cluster. */
export class KafkaConfig {
  static readonly keys = kafkaKeys;

  /** `host:port` each. */
  readonly brokers;
  /** Put before every topic and consumer group, so that several stacks can share a cluster. */
  readonly topicPrefix;

  constructor(values: z.infer<typeof kafkaKeys>) {
    this.brokers = values.KAFKA_BROKERS;
    this.topicPrefix = values.KAFKA_TOPIC_PREFIX;
  }
}

const temporalKeys = z.object({
  TEMPORAL_ADDRESS: z.string(),
  TEMPORAL_NAMESPACE: z.string().default('bihuan'),
});

/** The Temporal cluster. */
export class TemporalConfig {
  static readonly keys = temporalKeys;

  /** `host:port` of the frontend. */
  readonly address;
  readonly namespace;

  constructor(values: z.infer<typeof temporalKeys>) {
    this.address = values.TEMPORAL_ADDRESS;
    this.namespace = values.TEMPORAL_NAMESPACE;
  }
}
