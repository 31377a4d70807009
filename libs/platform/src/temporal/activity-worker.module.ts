import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { TemporalConfig } from '../config/index.ts';
import { ActivityWorker, activitiesOf } from './activity-worker.ts';
import { TemporalModule } from './temporal.module.ts';

/** A class whose named methods are activities. It is listed among the application's own providers. */
export interface ActivityProvider<T extends object = object> extends Type<T> {
  readonly activities: readonly (keyof T & string)[];
}

export interface ActivityWorkerOptions<T extends object> {
  readonly queue: string;
  readonly activities: ActivityProvider<T>;
}

/** A worker on the service's own task queue. */
@Module({})
export class ActivityWorkerModule {
  static forRoot<T extends object>({ queue, activities }: ActivityWorkerOptions<T>): DynamicModule {
    return {
      module: ActivityWorkerModule,
      imports: [TemporalModule],
      providers: [
        {
          provide: ActivityWorker,
          inject: [TemporalConfig, ModuleRef],
          useFactory: (config: TemporalConfig, modules: ModuleRef) =>
            new ActivityWorker(config, queue, () =>
              activitiesOf(modules.get<T>(activities, { strict: false }), activities.activities),
            ),
        },
      ],
      exports: [ActivityWorker],
    };
  }
}
