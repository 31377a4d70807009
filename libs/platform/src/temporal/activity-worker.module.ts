import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { TemporalConfig } from '../config/index.ts';
import { Readiness } from '../observability/index.ts';
import { activityInterceptors } from './activity-interceptors.ts';
import { ActivityWorker, activitiesOf } from './activity-worker.ts';
import { PatientWorker } from './patient-worker.ts';
import { TemporalClient } from './temporal-client.ts';
import { TemporalReadiness } from './temporal-readiness.ts';
import { TemporalModule } from './temporal.module.ts';

/** A class whose named methods are activities. It is listed among the application's own providers. */
export interface ActivityProvider extends Type<object> {
  readonly activities: readonly string[];
}

export interface ActivityWorkerOptions {
  readonly queue: string;
  readonly activities: ActivityProvider;
}

/** A worker on the service's own task queue; whether Temporal answers becomes a part of the service's readiness. */
@Module({})
export class ActivityWorkerModule {
  static forRoot({ queue, activities: Provider }: ActivityWorkerOptions): DynamicModule {
    return {
      module: ActivityWorkerModule,
      imports: [TemporalModule],
      providers: [
        {
          provide: ActivityWorker,
          inject: [TemporalConfig, TemporalClient, Readiness, ModuleRef],
          useFactory: (
            config: TemporalConfig,
            temporal: TemporalClient,
            readiness: Readiness,
            modules: ModuleRef,
          ) => {
            const worker = new PatientWorker(config, queue, () => ({
              activities: activitiesOf(modules.get<object>(Provider, { strict: false }), Provider.activities),
              interceptors: { activity: [activityInterceptors] },
            }));
            readiness.register(new TemporalReadiness(temporal));
            return new ActivityWorker(worker);
          },
        },
      ],
      exports: [ActivityWorker],
    };
  }
}
