import { fileURLToPath } from 'node:url';
import { monthlyIdOf, type MonthlyInput, monthlyTypes, taskQueues } from '@bihuan/contracts';
import {
  EditionStory,
  eventually,
  type RunningWorkers,
  sharedWorkflowBundle,
  startWorkers,
  timeSkippingServer,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CarriedMonth } from './monthly-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let server: TestWorkflowEnvironment;
let workers: RunningWorkers;
let story: EditionStory;
let serial = 0;

beforeAll(async () => {
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('./monthly-disclosure.workflow.ts'),
    interceptorModules: [path('../../hazard-loop/src/interceptors.ts')],
  });
  server = await timeSkippingServer();
  const { nativeConnection: connection, namespace = 'default' } = server;
  workers = await startWorkers(
    { connection, namespace },
    // Each test has a story of its own behind the same workers.
    EditionStory.behind(() => story),
    bundle,
  );
}, 120_000);
afterAll(async () => {
  await workers.stop();
  await server.teardown();
});
beforeEach(() => {
  story = new EditionStory();
});

const start = (month: string, carried: CarriedMonth = {}): Promise<WorkflowHandle> => {
  const input: MonthlyInput = { campaignCode: 'SX2023', month, businessOffsetMs: 0 };
  serial += 1;
  return server.client.workflow.start(monthlyTypes.disclosure, {
    workflowId: `${monthlyIdOf('disclosure', { campaignCode: 'SX2023', month })}-${String(serial)}`,
    taskQueue: taskQueues.workflows,
    args: [input, carried],
  });
};
const detailsOf = async (handle: WorkflowHandle): Promise<string> =>
  (await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata')).currentDetails;

describe('a month', () => {
  it('is closed by its sources, cut, frozen and published, in that order', async () => {
    const handle = await start('2023-10');
    expect(await handle.result()).toEqual({ campaignCode: 'SX2023', month: '2023-10', ended: 'published' });
    expect(story.asked).toEqual([
      'registration 2023-10',
      'supervision 2023-10',
      'draftEdition 2023-10',
      'freezeEdition 2023-10',
      'publishEdition 2023-10',
    ]);
  });

  it('waits for a source that is behind, says for which, and has both count again', async () => {
    story.refusals.set('draftEdition', {
      message: '等待 supervision 的事实到齐：截至 2023-10 月末应有 2 项，已收到 1 项',
      code: 'edition.sourceBehind',
    });
    const handle = await start('2023-10');
    await server.sleep('20 minutes');
    const details = await eventually(
      () => detailsOf(handle),
      (text) => text.includes('等待'),
    );
    expect(details).toContain('汇总本月条目');
    expect(details).toContain('等待 supervision 的事实到齐');
    expect(story.published).toEqual([]);
    story.refusals.clear();
    await server.sleep('6 minutes');
    expect(await handle.result()).toMatchObject({ ended: 'published' });
    const counted = story.asked.filter((line) => line.startsWith('registration')).length;
    const drafted = story.asked.filter((line) => line.startsWith('draftEdition')).length;
    expect(counted).toBe(drafted);
    expect(story.asked.filter((line) => line.startsWith('freezeEdition'))).toHaveLength(1);
  });

  it('waits for the month before', async () => {
    story.before.push('2023-09');
    const october = await start('2023-10');
    await server.sleep('10 minutes');
    expect(await detailsOf(october)).toContain('等待上一期：2023-09');
    const september = await start('2023-09');
    await september.result();
    await server.sleep('6 minutes');
    await october.result();
    expect(story.published).toEqual(['2023-09', '2023-10']);
  });

  it('waits for days, continuing as new, and is published once', async () => {
    story.refusals.set('registration', { message: '2023-10 尚未结束', code: 'month.notEnded' });
    const handle = await start('2023-10', { historyLimit: 60 });
    const { runId: first } = await handle.describe();
    await server.sleep('2 hours');
    const latest = server.client.workflow.getHandle(handle.workflowId);
    await eventually(
      async () => (await latest.describe()).runId,
      (runId) => runId !== first,
    );
    story.refusals.clear();
    await server.sleep('6 minutes');
    expect(await latest.result()).toMatchObject({ ended: 'published' });
    expect(story.published).toEqual(['2023-10']);
  });

  it('is not taken from nowhere: without a month and without a schedule the run fails', async () => {
    const handle = await server.client.workflow.start(monthlyTypes.disclosure, {
      workflowId: 'monthly-disclosure-none',
      taskQueue: taskQueues.workflows,
      args: [{ campaignCode: 'SX2023', businessOffsetMs: 0 } satisfies MonthlyInput],
    });
    await expect(handle.result()).rejects.toMatchObject({ cause: { type: 'month.missing' } });
  });
});
