import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ServiceConfig } from '../config/index.ts';
import { HealthController } from './health.controller.ts';
import { HttpObserver } from './http-observer.ts';
import { logOptions } from './log-options.ts';
import { Readiness } from './readiness.ts';

/** Logs, metrics and health of a process. Needs `ConfigModule`. Metrics join by injecting prom-client's `Registry`. */
@Global()
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [ServiceConfig],
      // No route: requests are logged by `HttpObserver`, once, without headers and queries.
      useFactory: (config: ServiceConfig) => ({
        pinoHttp: { ...logOptions(config), wrapSerializers: false, autoLogging: false },
        forRoutes: [],
      }),
    }),
  ],
  controllers: [HealthController],
  providers: [
    Readiness,
    HttpObserver,
    {
      provide: Registry,
      inject: [ServiceConfig],
      useFactory: ({ service }: ServiceConfig) => {
        const registry = new Registry();
        registry.setDefaultLabels({ service });
        collectDefaultMetrics({ register: registry });
        return registry;
      },
    },
  ],
  exports: [Readiness, HttpObserver, Registry],
})
export class ObservabilityModule {}
