import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assessed,
  AssessmentOffice,
  detailsOf,
  refuses,
  eventually,
  sharedWorkflowBundle,
  timeSkippingServer,
} from '@bihuan/testing/temporal';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';

const HOUR = 3_600_000;
const noEdition = refuses('assessment.editionAwaited', { month: '2023-10' });
const factsMissing = refuses('assessment.factsBehind', {
  ...{ month: '2023-10', found: 47, foundOf: 48, struckOff: 31, struckOffOf: 31 },
});
const october = { campaignCode: 'SX2023', month: '2023-10' };

let server: TestWorkflowEnvironment;
let office: AssessmentOffice;

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('./monthly-assessment.workflow.ts', import.meta.url));
  const bundle = await sharedWorkflowBundle({ workflowsPath, interceptorModules: [] });
  server = await timeSkippingServer();
  const { client, nativeConnection: connection, namespace = 'default' } = server;
  office = await AssessmentOffice.start({ client, connection, namespace }, bundle);
}, 120_000);
afterAll(async () => {
  await office.close();
  await server.teardown();
});

/** How often each kind of step stands in the history of a run. */
async function stepsOf(handle: WorkflowHandle): Promise<Record<string, number>> {
  const { events } = await handle.fetchHistory();
  const count = (key: string) =>
    (events ?? []).filter((event) => (Reflect.get(event, key) ?? null) !== null).length;
  return {
    asked: count('activityTaskScheduledEventAttributes'),
    waited: count('timerStartedEventAttributes'),
  };
}

/** How long a run took, by the server's time, milliseconds. */
async function spanOf(handle: WorkflowHandle): Promise<number> {
  const { startTime, closeTime } = await handle.describe();
  return (closeTime?.getTime() ?? Number.NaN) - startTime.getTime();
}

describe('月度考核', () => {
  it('is asked for once where the edition is public, and waits for nothing', async () => {
    office.answers(assessed);
    const handle = await office.begin('plain');
    expect(await handle.result()).toEqual({
      ...october,
      found: 48,
      struckOff: 31,
      assessedAt: '2023-11-08T01:00:00.000Z',
    });
    expect(office.asked).toEqual([october]);
    expect(await stepsOf(handle)).toEqual({ asked: 1, waited: 0 });
    expect(await detailsOf(handle)).toContain('无，已通报');
  });

  it('waits for the edition and for its facts, at first ten seconds, and says what for', async () => {
    office.answers(noEdition, noEdition, factsMissing, factsMissing, factsMissing, assessed);
    const handle = await office.begin('waiting');
    const shown = (words: string) =>
      eventually(
        () => detailsOf(handle),
        (details) => details.includes(words),
      );
    await shown('**等待：**等待信息公开：2023-10 的当期公开尚未发布');
    await server.sleep(10_000 + 20_000 + 1_000);
    await shown('发现 47/48 项，销号 31/31 项');
    await handle.result();
    const took = await spanOf(handle);
    // Two waits of half a minute together, then 40, 80 and 160 seconds.
    expect(took).toBeGreaterThanOrEqual(310_000);
    expect(took).toBeLessThan(340_000);
    expect(await stepsOf(handle)).toEqual({ asked: 6, waited: 5 });
    expect(await detailsOf(handle)).not.toContain('尚未发布');
  });

  it('asks at least once an hour, however long it waits, in runs of a bounded length', async () => {
    office.answers(...Array.from({ length: 120 }, () => noEdition), assessed);
    const handle = await office.begin('patient', { month: '2023-10' });
    const first = (await handle.describe()).runId;
    expect(await handle.result()).toMatchObject(october);
    expect(office.asked).toHaveLength(121);
    expect(await spanOf(server.client.workflow.getHandle('patient', first))).toBeLessThan(100 * HOUR);
    expect(await stepsOf(server.client.workflow.getHandle('patient', first))).toEqual({
      asked: 100,
      waited: 100,
    });
    expect(await stepsOf(handle)).toEqual({ asked: 21, waited: 20 });
  });

  it.each(['campaign.unknown', 'month.notEnded', 'month.outsideCampaign'] as const)(
    'ends at once where the month is refused for good: %s',
    async (code) => {
      office.answers(refuses(code), assessed);
      const handle = await office.begin(`refused-${code}`);
      await expect(handle.result()).rejects.toMatchObject({ cause: { cause: { type: code } } });
      expect(office.asked).toHaveLength(1);
      expect(await stepsOf(handle)).toEqual({ asked: 1, waited: 0 });
    },
  );

  it('leaves a service that is away to Temporal: no timer of its own', async () => {
    const away = () => {
      throw new Error('The database is away');
    };
    office.answers(away, refuses('reference.notReady'), away, assessed);
    const handle = await office.begin('away');
    await handle.result();
    expect(office.asked).toHaveLength(4);
    expect(await stepsOf(handle)).toEqual({ asked: 1, waited: 0 });
  });
});

describe('the month', () => {
  const offsetTo = async (instant: string) => Date.parse(instant) - (await server.currentTimeMs());

  it.each([
    ['2023-11-08T09:00:00+08:00', '2023-10'],
    // Still October in UTC, November in Shanghai.
    ['2023-11-01T00:30:00+08:00', '2023-10'],
    ['2024-01-08T09:00:00+08:00', '2023-12'],
  ])('that nobody names is the one before %s: %s', async (instant, month) => {
    office.answers(assessed);
    const businessOffsetMs = await offsetTo(instant);
    const handle = await server.client.workflow.start('monthlyAssessment', {
      workflowId: `unnamed-${instant}`,
      taskQueue: 'bihuan-workflows',
      args: [{ campaignCode: 'SX2023', businessOffsetMs }],
    });
    expect(await handle.result()).toMatchObject({ campaignCode: 'SX2023', month });
    expect(office.asked).toEqual([{ campaignCode: 'SX2023', month }]);
  });

  it('that is named is that one, whatever the time', async () => {
    office.answers(assessed);
    const handle = await office.begin('named', { month: '2023-05' });
    expect(await handle.result()).toMatchObject({ month: '2023-05' });
  });
});
