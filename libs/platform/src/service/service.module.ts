import { clockOwners } from '@bihuan/contracts';
import { type DynamicModule, Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AuditConfig, OwnerTimelineController, Sealer } from '../audit/index.ts';
import { AuthModule } from '../auth/index.ts';
import {
  ClockBook,
  type ClockOwner,
  ClockWatchdog,
  OwnerClocksController,
  ReprojectionsController,
} from '../clocks/index.ts';
import { CoalescedCommands, Commands, OutboxNudge, UnitOfWork } from '../commands/index.ts';
import { ConfigModule, DatabaseConfig, KafkaConfig, TemporalConfig } from '../config/index.ts';
import { ConsumerRunner, DeadLetters, FaultPoints, MessageBus, OutboxRelay } from '../messaging/index.ts';
import { OperationsController } from '../messaging/operations/operations.controller.ts';
import { ObservabilityModule, Readiness } from '../observability/index.ts';
import { ReferenceBook, ReferenceCopy } from '../reference/index.ts';
import { ObjectStore, StorageConfig, StorageModule } from '../storage/index.ts';
import type { ActivityWorkerOptions } from '../temporal/index.ts';
import { copyProviders } from './copy-providers.ts';
import { clockProviders, ownerProviders } from './owner-providers.ts';
import { databaseReady, objectsReady, ready, referenceReady } from './readiness-parts.ts';
import { closing, type RunningPart } from './running-part.ts';
import { ServiceLifecycle } from './service-lifecycle.ts';
import type { ServiceOptions } from './service-options.ts';

const isClockOwner = (owner: string): owner is ClockOwner =>
  (clockOwners as readonly string[]).includes(owner);

function clockOwnerOf({ owner, clocks = false }: ServiceOptions): ClockOwner | undefined {
  if (!clocks) return undefined;
  if (!isClockOwner(owner)) throw new Error(`The contracts know no clocks of ${owner}`);
  return owner;
}

/** Everything a service has in common with the others: configuration, health, tokens, database, facts, audit. */
@Module({})
export class ServiceModule {
  static forRoot(options: ServiceOptions): DynamicModule {
    const { activities, queue, objects = false, config = [] } = options;
    const clockOwner = clockOwnerOf(options);
    return {
      module: ServiceModule,
      global: true,
      imports: [
        ConfigModule.forRoot(
          DatabaseConfig,
          KafkaConfig,
          AuditConfig,
          ...(activities ? [TemporalConfig] : []),
          ...(objects ? [StorageConfig] : []),
          ...config,
        ),
        ObservabilityModule,
        AuthModule,
        ...(objects ? [StorageModule] : []),
        ...(activities && queue !== undefined ? [activitiesModule({ activities, queue })] : []),
      ],
      controllers: [
        OperationsController,
        OwnerTimelineController,
        ...(clockOwner ? [OwnerClocksController, ReprojectionsController] : []),
      ],
      providers: [
        ...copyProviders(options),
        ...ownerProviders(options),
        ...(clockOwner ? clockProviders(clockOwner) : []),
        {
          provide: ServiceLifecycle,
          inject: [ModuleRef],
          useFactory: (modules: ModuleRef) => new ServiceLifecycle(() => partsOf(options, modules)),
        },
      ],
      exports: [
        DataSource,
        MessageBus,
        UnitOfWork,
        Commands,
        CoalescedCommands,
        OutboxNudge,
        FaultPoints,
        ReferenceBook,
        ...(clockOwner ? [ClockBook] : []),
      ],
    };
  }
}

async function activitiesModule(options: ActivityWorkerOptions): Promise<DynamicModule> {
  const { ActivitiesModule } = await import('./activities.module.ts');
  return ActivitiesModule.forRoot(options);
}

/** The service's parts in the order in which they stop. */
function partsOf(
  { owner, consumer, clocks = false, objects = false, parts = [] }: ServiceOptions,
  modules: ModuleRef,
): RunningPart[] {
  const [dataSource, bus, readiness] = [
    modules.get(DataSource),
    modules.get(MessageBus),
    modules.get(Readiness, { strict: false }),
  ];
  readiness.register(databaseReady(dataSource));
  readiness.register(referenceReady(modules.get(ReferenceBook)));
  readiness.register(ready('relay', modules.get(OutboxRelay)));
  if (objects) readiness.register(objectsReady(modules.get(ObjectStore, { strict: false })));

  const consumers = consumer ? [runnerOf(owner, modules.get(consumer, { strict: false }), modules)] : [];
  for (const runner of consumers) readiness.register(ready('consumer', runner));
  return [
    ...consumers,
    ...parts.map((part) => modules.get(part, { strict: false })),
    modules.get(ReferenceCopy),
    ...(clocks ? [modules.get(ClockWatchdog)] : []),
    modules.get(OutboxRelay),
    modules.get(Sealer),
    closing(bus, dataSource),
  ];
}

function runnerOf(
  service: string,
  consumer: ConstructorParameters<typeof ConsumerRunner>[0],
  modules: ModuleRef,
): ConsumerRunner {
  return new ConsumerRunner(consumer, {
    service,
    bus: modules.get(MessageBus),
    unitOfWork: modules.get(UnitOfWork),
    deadLetters: modules.get(DeadLetters),
    faults: modules.get(FaultPoints),
  });
}
