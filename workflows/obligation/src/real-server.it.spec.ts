import { fileURLToPath } from 'node:url';
import {
  factsSignal,
  obligationIdOf,
  type ObligationSignalArgs,
  obligationType,
  taskQueues,
} from '@bihuan/contracts';
import {
  createTestNamespace,
  eventually,
  keepHistory,
  ObligationStory,
  quietRuntime,
  type RunningWorkers,
  sharedWorkflowBundle,
  startWorkers,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NativeConnection } from '@temporalio/worker';

/** Runs on the real server; see `keepHistory` for how their histories are recorded. */
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let server: TestNamespace;
let connection: NativeConnection;
let workers: RunningWorkers;
let story: ObligationStory;

beforeAll(async () => {
  quietRuntime();
  server = await createTestNamespace();
  connection = await NativeConnection.connect({ address: server.address });
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('./obligation.workflow.ts'),
    interceptorModules: [path('../../hazard-loop/src/interceptors.ts')],
  });
  const decideClock = () => Promise.resolve(story.decide(new Date()));
  workers = await startWorkers(
    { connection, namespace: server.namespace },
    { disclosure: { decideClock } },
    bundle,
  );
}, 120_000);
afterAll(async () => {
  await workers.stop();
  await connection.close();
  await server.close();
});

async function begun(name: string, dueInMs: number, carried: object = {}) {
  const clockId = `disclosure.monthlyEdition.${name}`;
  const now = new Date();
  story = new ObligationStory(clockId, now, new Date(now.getTime() + dueInMs));
  const hear = (...facts: ObligationSignalArgs[0]) =>
    server.client.workflow.signalWithStart(obligationType, {
      workflowId: obligationIdOf(clockId),
      taskQueue: taskQueues.workflows,
      args: [{ clockId, businessOffsetMs: 0 }, carried],
      signal: factsSignal,
      signalArgs: [facts] satisfies ObligationSignalArgs,
    });
  return { hear, handle: await hear(story.opened(now)) };
}

describe('on the real server', () => {
  it('a clock that goes overdue and is met late', async () => {
    const { hear, handle } = await begun('late', 2_000);
    await eventually(
      () => story.taken.length,
      (length) => length === 1,
    );
    await hear(story.met(new Date()));
    expect(await handle.result()).toMatchObject({ ended: true, late: true });
    expect(await keepHistory(path('./__histories__'), 'late', handle)).toBeLessThan(40);
  });

  it('a clock whose run continues as new', async () => {
    const { hear, handle } = await begun('continued', 2_000, { historyLimit: 10 });
    const { runId: first } = await handle.describe();
    await eventually(
      async () => (await handle.describe()).runId,
      (runId) => runId !== first,
    );
    await hear(story.met(new Date()));
    const latest = server.client.workflow.getHandle(handle.workflowId);
    expect(await latest.result()).toMatchObject({ ended: true });
    await keepHistory(
      path('./__histories__'),
      'continued-1',
      server.client.workflow.getHandle(handle.workflowId, first),
    );
    await keepHistory(path('./__histories__'), 'continued-2', latest);
  });
});
