import { type DynamicModule, Injectable, Module } from '@nestjs/common';
import { Readiness } from '../observability/index.ts';
import { ActivityWorker, ActivityWorkerModule, type ActivityWorkerOptions } from '../temporal/index.ts';
import { ready } from './readiness-parts.ts';

/** Lets `/readyz` tell of the worker. */
@Injectable()
class ActivityReadiness {
  constructor(worker: ActivityWorker, readiness: Readiness) {
    readiness.register(ready('activities', worker));
  }
}

/** The activity worker of a service. Imported by services with activities only: Temporal's worker takes 40 MB. */
@Module({})
export class ActivitiesModule {
  static forRoot(options: ActivityWorkerOptions): DynamicModule {
    return {
      module: ActivitiesModule,
      imports: [ActivityWorkerModule.forRoot(options)],
      providers: [ActivityReadiness],
    };
  }
}
