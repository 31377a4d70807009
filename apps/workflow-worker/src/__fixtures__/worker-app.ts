import { fileURLToPath } from 'node:url';
import { SettingsSource } from '@bihuan/platform/config';
import { furnish, httpAdapter } from '@bihuan/platform/http';
import type { TestTopics } from '@bihuan/testing/kafka';
import { sharedWorkflowBundle } from '@bihuan/testing/temporal';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../app.module.ts';
import { WorkflowBundle } from '../worker/loop-worker.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

interface Surroundings {
  readonly topics: TestTopics;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** Business time minus system time. */
  readonly offsetMs?: number;
}

/** workflow-worker as a process runs it, with every workflow of the product, over real servers. */
export async function bootWorker({
  topics,
  temporal,
  offsetMs = 0,
}: Surroundings): Promise<NestFastifyApplication> {
  const settings = {
    BIHUAN_SERVICE: 'workflow-worker',
    PORT: '0',
    LOG_LEVEL: 'silent',
    KAFKA_BROKERS: topics.brokers.join(','),
    KAFKA_TOPIC_PREFIX: topics.prefix,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    BUSINESS_TIME_OFFSET_MS: String(offsetMs),
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(publicJwk),
  };
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('../bundle/workflows.ts'),
    interceptorModules: [path('../../../../workflows/hazard-loop/src/interceptors.ts')],
  });
  const compiled = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .overrideProvider(WorkflowBundle)
    .useValue(bundle)
    .compile();
  const app = furnish(
    compiled.createNestApplication<NestFastifyApplication>(httpAdapter(), { bodyParser: false }),
  );
  await app.listen(0, '127.0.0.1');
  return app;
}
