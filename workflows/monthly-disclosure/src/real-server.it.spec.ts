import { fileURLToPath } from 'node:url';
import { monthlyIdOf, type MonthlyInput, monthlyTypes, taskQueues } from '@bihuan/contracts';
import {
  createTestNamespace,
  EditionStory,
  eventually,
  keepHistory,
  quietRuntime,
  type RunningWorkers,
  sharedWorkflowBundle,
  startWorkers,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NativeConnection } from '@temporalio/worker';

/** Runs on the real server; see `keepHistory` for how their histories are recorded. */
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let server: TestNamespace;
let connection: NativeConnection;
let workers: RunningWorkers;
let story: EditionStory;

beforeAll(async () => {
  quietRuntime();
  server = await createTestNamespace();
  connection = await NativeConnection.connect({ address: server.address });
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('./monthly-disclosure.workflow.ts'),
    interceptorModules: [path('../../hazard-loop/src/interceptors.ts')],
  });
  const { namespace } = server;
  workers = await startWorkers(
    { connection, namespace },
    EditionStory.behind(() => story),
    bundle,
  );
}, 120_000);
afterAll(async () => {
  await workers.stop();
  await connection.close();
  await server.close();
});
beforeEach(() => {
  story = new EditionStory();
});

const input = { campaignCode: 'SX2023', businessOffsetMs: 0 };
const start = (month: string) =>
  server.client.workflow.start(monthlyTypes.disclosure, {
    workflowId: monthlyIdOf('disclosure', { campaignCode: 'SX2023', month }),
    taskQueue: taskQueues.workflows,
    args: [{ ...input, month } satisfies MonthlyInput],
  });

describe('on the real server', () => {
  it('a plain month', async () => {
    const handle = await start('2023-05');
    expect(await handle.result()).toMatchObject({ ended: 'published' });
    expect(await keepHistory(path('./__histories__'), 'published', handle)).toBeLessThan(45);
  });

  it('a month that has to wait', async () => {
    story.refusals.set('supervision', { message: '还有事务未结束', code: 'month.transactionsOpen' });
    const handle = await start('2023-06');
    await eventually(
      () => story.asked.length,
      (length) => length >= 4,
    );
    story.refusals.clear();
    expect(await handle.result()).toMatchObject({ ended: 'published' });
    await keepHistory(path('./__histories__'), 'waited', handle);
  });
});

describe('a schedule', () => {
  it('asks for the month before its own time, in business time, whenever it comes to run', async () => {
    // Business time of the schedule: 5 November 2023, 09:00 in Shanghai; it fires in three seconds.
    const fires = new Date(Math.ceil((Date.now() + 3_000) / 1_000) * 1_000);
    const businessOffsetMs = Date.parse('2023-11-05T09:00:00+08:00') - fires.getTime();
    const schedule = await server.client.schedule.create({
      scheduleId: 'monthly-disclosure-SX2023',
      spec: { calendars: [exactly(fires)] },
      action: {
        type: 'startWorkflow',
        workflowType: monthlyTypes.disclosure,
        workflowId: 'monthly-disclosure-SX2023',
        taskQueue: taskQueues.workflows,
        args: [{ campaignCode: 'SX2023', businessOffsetMs } satisfies MonthlyInput],
      },
      policies: { overlap: 'ALLOW_ALL' },
    });
    await eventually(
      () => story.asked,
      (asked) => asked.length > 0,
      20_000,
    );
    expect(story.asked).toEqual(['requestEdition 2023-10']);
    // By hand, as an operator would: the same month, asked for again. Runs of one second have one id.
    await eventually(
      () => Date.now(),
      (now) => now > fires.getTime() + 1_000,
    );
    await schedule.trigger();
    await eventually(
      () => story.asked.length,
      (length) => length === 2,
      20_000,
    );
    expect([...story.requested]).toEqual(['2023-10']);
  }, 60_000);
});

const months = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

const exactly = (instant: Date) => ({
  year: instant.getUTCFullYear(),
  month: months[instant.getUTCMonth()]!,
  dayOfMonth: instant.getUTCDate(),
  hour: instant.getUTCHours(),
  minute: instant.getUTCMinutes(),
  second: instant.getUTCSeconds(),
});
