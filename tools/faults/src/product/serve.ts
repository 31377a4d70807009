import { ClockSettings } from '@bihuan/platform/clocks';
import { ServiceConfig } from '@bihuan/platform/config';
import { furnish, httpAdapter, httpAppOptions } from '@bihuan/platform/http';
import { FaultPoints } from '@bihuan/platform/messaging';
import { KillAt } from '@bihuan/testing/faults';
import { ShutdownSignal, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Orders, ordersVariable } from './orders.ts';

// One process of the product, as `runService` boots it, except for what its orders say.

const service = process.env['BIHUAN_SERVICE'] ?? '';
const { killAt, watchdog, workflowBundle } = JSON.parse(process.env[ordersVariable] ?? '{}') as Orders;
const sourceOf = (path: string) => new URL(`../../../../apps/${service}/src/${path}`, import.meta.url).href;

const { AppModule } = (await import(sourceOf('app.module.ts'))) as { AppModule: Type };
let builder = Test.createTestingModule({ imports: [AppModule] });
if (killAt) builder = builder.overrideProvider(FaultPoints).useValue(new KillAt(killAt));
if (watchdog) builder = builder.overrideProvider(ClockSettings).useValue({ owner: service, ...watchdog });
if (workflowBundle !== undefined) {
  const { WorkflowBundle } = (await import(sourceOf('worker/loop-worker.ts'))) as { WorkflowBundle: Type };
  builder = builder.overrideProvider(WorkflowBundle).useValue({ codePath: workflowBundle });
}
const compiled = await builder.compile();
const app = compiled.createNestApplication<NestFastifyApplication>(httpAdapter(), httpAppOptions);
furnish(app).enableShutdownHooks([ShutdownSignal.SIGTERM], { useProcessExit: true });
const { host, port } = app.get(ServiceConfig);
await app.listen(port, host);
