import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  breakableProxy,
  type BreakableProxy,
  createTestNamespace,
  eventually,
  quietRuntime,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import { ApplicationFailure } from '@temporalio/common';
import { ConfigModule, SettingsSource, TemporalConfig } from '../config/index.ts';
import { DomainError } from '../errors/index.ts';
import { furnish, httpAdapter } from '../http/index.ts';
import { ObservabilityModule } from '../observability/index.ts';
import { failureOf } from './activity-failure.ts';
import { activityOrigin, withOrigin } from './activity-origin.ts';
import { activitiesOf } from './activity-worker.ts';
import { ActivityWorkerModule } from './index.ts';

const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

@Injectable()
class Greeter {
  readonly words = 'hello';
}

@Injectable()
class GreetingActivities {
  static readonly activities = ['greet', 'refuse'] as const;

  constructor(private readonly greeter: Greeter) {}

  greet(name: string): Promise<string> {
    return Promise.resolve(`${this.greeter.words} ${name}, says ${activityOrigin().actor.person}`);
  }

  refuse(): Promise<never> {
    return Promise.reject(new DomainError('hazard.notFound', { params: { hazardNo: 'X' } }));
  }

  notAnActivity(): Promise<string> {
    return Promise.resolve('kept in');
  }
}

@Module({
  imports: [
    ConfigModule.forRoot(TemporalConfig),
    ObservabilityModule,
    ActivityWorkerModule.forRoot({ queue: 'greetings', activities: GreetingActivities }),
  ],
  providers: [GreetingActivities, Greeter],
})
class AppModule {}

let server: TestNamespace;
let proxy: BreakableProxy;
let app: NestFastifyApplication;

const readiness = async () => (await fetch(`${await app.getUrl()}/readyz`)).status;
const ask = (type: string, ...args: unknown[]): Promise<unknown> =>
  server.client.activity.execute(type, {
    id: randomUUID(),
    taskQueue: 'greetings',
    startToCloseTimeout: '5 seconds',
    scheduleToCloseTimeout: '20 seconds',
    args,
  });

beforeAll(async () => {
  quietRuntime();
  server = await createTestNamespace();
  proxy = await breakableProxy(server.address);
  await proxy.cut();
  const settings = {
    BIHUAN_SERVICE: 'handover',
    PORT: '0',
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: proxy.address,
    TEMPORAL_NAMESPACE: server.namespace,
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(publicJwk),
  };
  const compiled = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .compile();
  app = furnish(compiled.createNestApplication<NestFastifyApplication>(httpAdapter(), { bodyParser: false }));
  await app.listen(0, '127.0.0.1');
}, 60_000);

afterAll(async () => {
  await app.close();
  await Promise.all([proxy.close(), server.close()]);
}, 60_000);

describe('the activity worker of a service', () => {
  it('does not keep the service from starting while Temporal is away; comes up with it, and after every absence', async () => {
    expect(await readiness()).toBe(503);
    await proxy.mend();
    await eventually(readiness, (status) => status === 200, 30_000);
    await proxy.cut();
    await eventually(readiness, (status) => status === 503, 30_000);
    await proxy.mend();
    await eventually(readiness, (status) => status === 200, 30_000);
  }, 120_000);

  it('runs the named methods of the provider, with the origin of the ask', async () => {
    expect(await ask('greet', 'world')).toBe('hello world, says service:workflow-worker');
  });

  it('answers a refusal with its code, once', async () => {
    await expect(ask('refuse')).rejects.toMatchObject({
      cause: { type: 'hazard.notFound', nonRetryable: true },
    });
  });

  it('offers no other method', () => {
    const offered = activitiesOf(new GreetingActivities(new Greeter()), GreetingActivities.activities);
    expect(Object.keys(offered)).toEqual(['greet', 'refuse']);
  });
});

describe('an activity', () => {
  it('asks for the product itself, on behalf of the workflow', async () => {
    expect(await withOrigin('H', () => Promise.resolve(activityOrigin()))).toEqual({
      actor: { person: 'service:workflow-worker', orgCode: null, role: 'service' },
      correlationId: 'H',
    });
    expect(activityOrigin).toThrow();
  });

  it.each([
    ['hazard.notFound', true],
    ['concurrency.stale', true],
    ['reference.notReady', false],
  ] as const)('refused with %s is final: %s', (code, nonRetryable) => {
    const failure = failureOf(new DomainError(code, { params: { hazardNo: 'X' } }));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: code, nonRetryable, details: [{ hazardNo: 'X' }] });
  });

  it('leaves unexpected errors to be tried again', () => {
    const error = new Error('the database is away');
    expect(failureOf(error)).toBe(error);
  });
});
