import {
  type Campaign,
  type CampaignMonth,
  factsSignal,
  monthlyIdOf,
  obligationIdOf,
  type TopicKey,
} from '@bihuan/contracts';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { publishReference, referenceItem, smallProvince } from '@bihuan/testing/reference';
import {
  createTestNamespace,
  EditionStory,
  eventually,
  factOf,
  ObligationStory,
  quietRuntime,
  type RunningWorkers,
  startWorkers,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NativeConnection } from '@temporalio/worker';
import { bootWorker } from '../__fixtures__/worker-app.ts';

const MINUTES = 60_000;
let topics: TestTopics;
let server: TestNamespace;
let connection: NativeConnection;
let workers: RunningWorkers;
let app: NestFastifyApplication;
const story = new EditionStory();
/** Real time at which it is 9:00 on 5 November 2023 for this deployment. */
let fires: number;

const campaign = smallProvince().find(({ kind }) => kind === 'campaign')?.body as Campaign;

beforeAll(async () => {
  quietRuntime();
  [topics, server] = await Promise.all([createTestTopics(), createTestNamespace()]);
  connection = await NativeConnection.connect({ address: server.address });
  const { namespace } = server;
  const activities = EditionStory.behind(() => story, requested);
  workers = await startWorkers({ connection, namespace }, activities);
  // A worker takes some seconds to come up; the time for which it is set must still lie ahead then.
  fires = Math.ceil(Date.now() / 1_000) * 1_000 + 15_000;
  const offsetMs = Date.parse('2023-11-05T09:00:00+08:00') - fires;
  app = await bootWorker({ topics, temporal: server, offsetMs });
  await publishReference(topics, [referenceItem('campaign', 'SX2023', campaign)], { manifest: false });
}, 180_000);

afterAll(async () => {
  await app.close();
  await workers.stop();
  await connection.close();
  await Promise.all([server.close(), topics.drop()]);
}, 60_000);

const write = (topic: TopicKey, key: string, fact: object) =>
  topics.write(topic, [{ key, value: JSON.stringify(fact) }]);

/** What disclosure announces when a month is asked for. */
async function requested({ campaignCode, month }: CampaignMonth): Promise<void> {
  const now = new Date();
  const fact = factOf('plan.filed', now, {
    hazardNo: 'SX2023-140105-GAS-202310-000001K',
    filedAt: now.toISOString(),
  });
  await write('disclosure', `${campaignCode}.${month}`, {
    ...fact,
    type: 'edition.requested',
    data: { campaignCode, month, requestedAt: now.toISOString() },
  });
}

const disclosureSchedule = () => server.client.schedule.getHandle('monthly-disclosure-SX2023');
const described = () =>
  disclosureSchedule()
    .describe()
    .catch(() => undefined);

describe('the schedules of a campaign', () => {
  it('stand as soon as the campaign is known, one a kind, the next instant the first ahead', async () => {
    const schedule = await eventually(described, Boolean, 30_000);
    expect(schedule?.state.note).toContain('月度信息公开');
    expect(schedule?.policies.overlap).toBe('ALLOW_ALL');
    const next = schedule?.info.nextActionTimes[0];
    expect(next?.getTime()).toBe(fires);
    const assessment = await server.client.schedule.getHandle('monthly-assessment-SX2023').describe();
    expect(assessment.action).toMatchObject({ workflowType: 'monthlyAssessment' });
  });

  it('fire at their business time: the month before is asked for, and its workflow publishes it', async () => {
    await eventually(
      () => story.published,
      (published) => published.length > 0,
      60_000,
    );
    expect(story.published).toEqual(['2023-10']);
    expect(story.asked[0]).toBe('requestEdition 2023-10');
    const id = monthlyIdOf('disclosure', { campaignCode: 'SX2023', month: '2023-10' });
    expect(await server.client.workflow.getHandle(id).result()).toMatchObject({ ended: 'published' });
  }, 90_000);

  it('however often they are triggered, a month has one edition', async () => {
    for (const times of [2, 3]) {
      // Runs of one second have one id.
      const second = Math.floor(Date.now() / 1_000);
      await eventually(
        () => Math.floor(Date.now() / 1_000),
        (now) => now > second,
      );
      await disclosureSchedule().trigger();
      await eventually(
        () => story.asked.filter((line) => line.startsWith('requestEdition')).length,
        (length) => length === times,
        30_000,
      );
    }
    const finished = await eventually(
      async () => (await fetch(`${await app.getUrl()}/metrics`)).text(),
      (metrics) => /bihuan_bridge_facts_total\{outcome="finished"[^}]*\} 2/.test(metrics),
      30_000,
    );
    expect(finished).toBeTruthy();
    expect(story.asked.filter((line) => line.startsWith('publishEdition'))).toHaveLength(1);
  }, 90_000);

  it('follow the campaign when its policy changes', async () => {
    const [policy] = campaign.policies;
    const monthly = { edition: 3, assessment: 6, at: '08:30' };
    const changed = {
      ...campaign,
      policies: [policy!, { ...policy!, version: 2, effectiveFrom: '2023-11-10', monthly }],
    };
    await publishReference(topics, [referenceItem('campaign', 'SX2023', changed, { version: 2 })], {
      manifest: false,
    });
    const schedule = await eventually(
      described,
      (now) =>
        now?.info.nextActionTimes[0]?.getTime() !== undefined &&
        now.info.nextActionTimes[0].getTime() < fires + 28.2 * 24 * 60 * MINUTES,
      30_000,
    );
    // 3 December, 08:30, instead of 5 December, 09:00.
    const next = schedule?.info.nextActionTimes[0]?.getTime();
    expect(next).toBe(
      fires + Date.parse('2023-12-03T08:30:00+08:00') - Date.parse('2023-11-05T09:00:00+08:00'),
    );
  });
});

describe('a clock without a hazard', () => {
  it('has a workflow of its own from its first fact until it has ended; a fact after that counts as told', async () => {
    const clockId = 'disclosure.monthlyEdition.SX2023.2023-11';
    const now = new Date('2023-11-05T01:00:00.000Z');
    const obligation = new ObligationStory(clockId, now, new Date('2023-12-05T10:00:00.000Z'));
    const opened = obligation.opened(now);
    await write('disclosure', clockId, opened);
    const handle = server.client.workflow.getHandle(obligationIdOf(clockId));
    const running = await eventually(() => handle.describe().catch(() => undefined), Boolean, 30_000);
    expect(await running?.staticSummary()).toContain('发布2023年10月信息公开');
    await write('disclosure', clockId, obligation.met(now));
    expect(await handle.result()).toMatchObject({ clockId, ended: true, late: false });
    await write('disclosure', clockId, opened);
    await eventually(
      async () => (await fetch(`${await app.getUrl()}/metrics`)).text(),
      (metrics) => /bihuan_bridge_facts_total\{outcome="finished"[^}]*\} 3/.test(metrics),
      30_000,
    );
    const { events } = await handle.fetchHistory();
    const signals = events?.filter(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === factsSignal,
    );
    expect(signals).toHaveLength(2);
  });
});
