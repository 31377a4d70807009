import type { ServiceName } from '@bihuan/contracts';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MessageBus } from '../messaging/index.ts';
import { Readiness } from '../observability/index.ts';
import { ReferenceBook, ReferenceCopy } from '../reference/index.ts';
import { copyProviders } from './copy-providers.ts';
import { databaseReady, referenceReady } from './readiness-parts.ts';
import { closing } from './running-part.ts';
import { ServiceLifecycle } from './service-lifecycle.ts';

/**
 * Copies of reference data for a process that owns no facts: the gateway. Needs `ConfigModule` with
 * `DatabaseConfig` and `KafkaConfig`, and `ObservabilityModule`.
 */
@Module({})
export class ReferenceCopyModule {
  static forRoot(owner: ServiceName): DynamicModule {
    return {
      module: ReferenceCopyModule,
      providers: [
        ...copyProviders({ owner, entities: [], migrations: [] }),
        {
          provide: ServiceLifecycle,
          inject: [DataSource, MessageBus, ReferenceCopy, ReferenceBook, Readiness],
          useFactory: (
            dataSource: DataSource,
            bus: MessageBus,
            copy: ReferenceCopy,
            book: ReferenceBook,
            readiness: Readiness,
          ) => {
            readiness.register(databaseReady(dataSource));
            readiness.register(referenceReady(book));
            return new ServiceLifecycle(() => [copy, closing(bus, dataSource)]);
          },
        },
      ],
      exports: [ReferenceBook, DataSource],
    };
  }
}
