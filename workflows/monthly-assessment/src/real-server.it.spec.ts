import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monthlyTypes, taskQueues } from '@bihuan/contracts/loop';
import {
  assessed,
  AssessmentOffice,
  detailsOf,
  refuses,
  createTestNamespace,
  eventually,
  quietRuntime,
  sharedWorkflowBundle,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection } from '@temporalio/worker';

/**
 * Months on the real server. With BIHUAN_RECORD_HISTORIES set to a release, e.g. `2023.10`, their histories are kept as
 * `__histories__/<month>.<release>.json`, for the replay of every later version of the workflow.
 */
const release = process.env['BIHUAN_RECORD_HISTORIES'];
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let server: TestNamespace;
let connection: NativeConnection;
let office: AssessmentOffice;

beforeAll(async () => {
  quietRuntime();
  const workflowsPath = path('./monthly-assessment.workflow.ts');
  const bundle = await sharedWorkflowBundle({ workflowsPath, interceptorModules: [] });
  server = await createTestNamespace();
  connection = await NativeConnection.connect({ address: server.address });
  const { client, namespace } = server;
  office = await AssessmentOffice.start({ client, connection, namespace }, bundle);
}, 120_000);
afterAll(async () => {
  await office.close();
  await connection.close();
  await server.close();
});

async function keep(name: string, handle: WorkflowHandle): Promise<number> {
  const history = await handle.fetchHistory();
  if (release !== undefined)
    await writeFile(path(`./__histories__/${name}.${release}.json`), `${historyToJSON(history)}\n`);
  return history.events?.length ?? 0;
}

describe('on the real server', () => {
  it('a month whose edition is public takes a dozen events', async () => {
    office.answers(assessed);
    const handle = await office.begin('monthly-assessment-SX2023-2023-10');
    await handle.result();
    expect(await keep('plain', handle)).toBeLessThanOrEqual(12);
  });

  it('a month that waits shows operators what for', async () => {
    office.answers(refuses('assessment.editionAwaited', { month: '2023-10' }), assessed);
    const handle = await office.begin('waiting');
    await eventually(
      () => detailsOf(handle),
      (details) => details.includes('2023-10 的当期公开尚未发布'),
    );
    await handle.result();
    await keep('waited', handle);
  }, 120_000);

  it('a schedule’s run that is caught up with takes the month before the time it was meant for', async () => {
    office.answers(assessed);
    const { client } = server;
    const [scheduled, businessTime] = ['2026-03-08T09:00:00+08:00', '2023-11-08T09:00:00+08:00'].map(
      (text) => new Date(text),
    ) as [Date, Date];
    const businessOffsetMs = businessTime.getTime() - scheduled.getTime();
    const schedule = await client.schedule.create({
      scheduleId: 'monthly-assessment-SX2023',
      spec: { calendars: [{ year: 2026, month: 'MARCH', dayOfMonth: 8, hour: 1 }] },
      action: {
        type: 'startWorkflow',
        workflowType: monthlyTypes.assessment,
        taskQueue: taskQueues.workflows,
        args: [{ campaignCode: 'SX2023', businessOffsetMs }],
      },
    });
    await schedule.backfill({
      start: new Date(scheduled.getTime() - 60_000),
      end: new Date(scheduled.getTime() + 60_000),
      overlap: 'ALLOW_ALL',
    });
    await eventually(
      () => office.asked,
      ({ length }) => length > 0,
      30_000,
    );
    expect(office.asked).toEqual([{ campaignCode: 'SX2023', month: '2023-10' }]);
    await schedule.delete();
  }, 60_000);
});
