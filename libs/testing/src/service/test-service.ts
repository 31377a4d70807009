import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '@bihuan/contracts';
import { signInternalToken } from '@bihuan/platform/auth';
import { BusinessClock, SettingsSource } from '@bihuan/platform/config';
import { furnish, httpAdapter } from '@bihuan/platform/http';
import { FaultPoints } from '@bihuan/platform/messaging';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { createTestTopics, type TestTopics } from '../kafka/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/index.ts';
import { ManualBusinessClock } from '../time/index.ts';
import { type CallerOptions, internalClaims } from './internal-claims.ts';
import { type ServiceAgent, serviceAgent } from './service-agent.ts';

export interface TestServiceOptions {
  readonly service: ServiceName;
  /** Business time at the start, ISO 8601 with offset; the demonstration's Monday if left out. */
  readonly now?: string;
  /** Topics shared with other services of the test; left out: its own, dropped at the end. */
  readonly topics?: TestTopics;
  /** A database that outlives the service, for restarts; left out: its own, dropped at the end. */
  readonly database?: TestDatabase;
  /** Further variables of its configuration, e.g. the address of Temporal. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Dies or fails at a named point. */
  readonly faults?: FaultPoints;
  /** Other replacements of providers. */
  readonly override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

/** A real service in the test's own process, over real servers. */
export interface TestService {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly clock: ManualBusinessClock;
  readonly database: TestDatabase;
  readonly topics: TestTopics;
  /** Directory of its objects, unless its settings name another place. */
  readonly objects: string;
  /** Public half of the key that signs its audit trail. */
  readonly auditKey: JsonWebKey;
  /** Speaks to it with the gateway's token for this caller. */
  as(caller?: CallerOptions): ServiceAgent;
  /** Speaks to it without a token. */
  anonymous(): ServiceAgent;
  close(): Promise<void>;
}

const DEMONSTRATION_START = '2023-10-09T09:00:00+08:00';
/** Nothing listens there: a service goes on without Temporal. */
const NO_TEMPORAL = '127.0.0.1:9';

const keyPair = (): { publicKey: JsonWebKey; privateKey: JsonWebKey } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'jwk' }), privateKey: privateKey.export({ format: 'jwk' }) };
};

/** Boots a service as `runService` does, with keys, database and topics of its own and a clock that the test moves. */
export async function startTestService(module: Type, options: TestServiceOptions): Promise<TestService> {
  const { service, now = DEMONSTRATION_START } = options;
  const database = options.database ?? (await createTestDatabase(service));
  const topics = options.topics ?? (await createTestTopics());
  const objects = await mkdtemp(join(tmpdir(), 'bihuan-objects-'));
  const [gateway, audit, clock] = [keyPair(), keyPair(), new ManualBusinessClock(now)];
  const settings = {
    BIHUAN_SERVICE: service,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: topics.brokers.join(','),
    KAFKA_TOPIC_PREFIX: topics.prefix,
    TEMPORAL_ADDRESS: NO_TEMPORAL,
    OBJECTS_DIRECTORY: objects,
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(gateway.publicKey),
    AUDIT_SIGNING_JWK: JSON.stringify(audit.privateKey),
    ...options.settings,
  };
  const app = await boot(module, settings, clock, options);
  const url = await app.getUrl();

  return {
    url,
    app,
    clock,
    database,
    topics,
    objects,
    auditKey: audit.publicKey,
    as: (caller) => serviceAgent(url, () => signInternalToken(internalClaims(caller), gateway.privateKey)),
    anonymous: () => serviceAgent(url, () => Promise.resolve(undefined)),
    async close() {
      await app.close();
      if (!options.database) await database.drop();
      if (!options.topics) await topics.drop();
      await rm(objects, { recursive: true, force: true });
    },
  };
}

async function boot(
  module: Type,
  settings: Readonly<Record<string, string>>,
  clock: BusinessClock,
  { faults, override }: TestServiceOptions,
): Promise<NestFastifyApplication> {
  let builder = Test.createTestingModule({ imports: [module] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .overrideProvider(BusinessClock)
    .useValue(clock);
  if (faults) builder = builder.overrideProvider(FaultPoints).useValue(faults);
  if (override) builder = override(builder);
  const compiled = await builder.compile();
  const app = compiled.createNestApplication<NestFastifyApplication>(httpAdapter(), { bodyParser: false });
  furnish(app);
  await app.listen(0, '127.0.0.1');
  return app;
}
