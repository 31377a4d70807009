import type { ServiceName } from '@bihuan/contracts';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseConfig, KafkaConfig } from '../config/index.ts';
import { ConsumerMetrics, DeadLetters, KafkaBus, MessageBus } from '../messaging/index.ts';
import { type DatabaseSettings, openDatabase } from '../persistence/index.ts';
import { CopySettings, ReferenceBook, ReferenceCopy, ReferenceStore } from '../reference/index.ts';

export interface CopyOptions extends Pick<DatabaseSettings, 'entities' | 'migrations'> {
  readonly owner: ServiceName;
}

/** Database, bus and the copies of reference data: what every process with a schema has. */
export function copyProviders({ owner, entities, migrations }: CopyOptions): Provider[] {
  return [
    {
      provide: DataSource,
      inject: [DatabaseConfig],
      useFactory: ({ url }: DatabaseConfig) => openDatabase({ url, schema: owner, entities, migrations }),
    },
    {
      provide: MessageBus,
      inject: [KafkaConfig],
      useFactory: ({ brokers, topicPrefix }: KafkaConfig) =>
        new KafkaBus({ brokers, prefix: topicPrefix, clientId: owner }),
    },
    { provide: CopySettings, useValue: { service: owner } satisfies CopySettings },
    ConsumerMetrics,
    DeadLetters,
    ReferenceStore,
    ReferenceBook,
    ReferenceCopy,
  ];
}
