import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factsSignal, hazardLoopType, type LoopFact, type TopicKey } from '@bihuan/contracts';
import { searchKeys } from '@bihuan/hazard-loop';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import {
  breakableProxy,
  type BreakableProxy,
  createTestNamespace,
  eventually,
  type HazardStory,
  LoopWorld,
  quietRuntime,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type SearchAttributeType } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { bootWorker } from '../__fixtures__/worker-app.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const monday = new Date('2023-10-09T09:00:00+08:00');

let topics: TestTopics;
let server: TestNamespace;
let proxy: BreakableProxy;
let connection: NativeConnection;
let world: LoopWorld;
let app: NestFastifyApplication;

beforeAll(async () => {
  quietRuntime();
  [topics, server] = await Promise.all([createTestTopics(), createTestNamespace()]);
  proxy = await breakableProxy(server.address);
  connection = await NativeConnection.connect({ address: server.address });
  world = await LoopWorld.start({
    client: server.client,
    connection,
    namespace: server.namespace,
    now: () => Promise.resolve(Date.now()),
    publish: (facts) => publish('handover', facts),
  });
  app = await bootWorker({ topics, temporal: { address: proxy.address, namespace: server.namespace } });
  await eventually(
    async () => (await readiness()).status,
    (status) => status === 200,
    60_000,
  );
}, 180_000);

afterAll(async () => {
  await app.close();
  await world.close();
  await connection.close();
  await Promise.all([proxy.close(), server.close(), topics.drop()]);
}, 60_000);

const get = async (route: string) => fetch(`${await app.getUrl()}${route}`);
const readiness = async () => {
  const answer = await get('/readyz');
  return { status: answer.status, body: await answer.text() };
};

/** Every fact that was published, for owners to publish it again. */
const published: LoopFact[] = [];

function publish(topic: TopicKey, facts: readonly LoopFact[]): Promise<void> {
  published.push(...facts);
  return topics.write(
    topic,
    facts.map((fact) => ({ key: fact.aggregate.id, value: JSON.stringify(fact) })),
  );
}

const handleOf = (story: HazardStory) => server.client.workflow.getHandle(story.hazardNo);
const reached = (story: HazardStory, wanted: string) =>
  eventually(
    () =>
      world.view(story).then(
        ({ state }) => state,
        () => 'not started',
      ),
    (state) => state === wanted,
    30_000,
  );

async function registered(): Promise<HazardStory> {
  const story = await world.story({ at: monday, rectifyDue: new Date(monday.getTime() + 30 * 86_400_000) });
  await publish('registration', story.registered(monday));
  await reached(story, 'handedOver');
  return story;
}

async function finished(): Promise<HazardStory> {
  const story = await registered();
  await publish('handover', [
    ...story.acknowledge('territorial', monday),
    ...story.acknowledge('industry', monday),
  ]);
  const supervision = [...story.applied(monday), ...story.verdict(true, monday), ...story.struckOff(monday)];
  await publish('supervision', supervision);
  await publish('disclosure', story.disclosed(monday));
  await publish('assessment', story.assessed(monday));
  await handleOf(story).result();
  return story;
}

describe('the bridge', () => {
  it('carries a hazard round its loop by facts alone, from a start that operators can read', async () => {
    const story = await finished();
    const description = await handleOf(story).describe();
    expect(await description.staticSummary()).toBe('重大事故隐患 · 太原市小店区 · 燃气');
    const values = Object.values(searchKeys).map((key) =>
      description.typedSearchAttributes.get<SearchAttributeType>(key),
    );
    expect(values).toEqual(['SX2023', '太原市', '燃气', '已销号', undefined, false]);
  });

  it('takes a fact for a finished loop as told', async () => {
    const story = await finished();
    await publish('assessment', story.assessed(monday));
    await eventually(
      async () => (await get('/metrics')).text(),
      (metrics) => /bihuan_bridge_facts_total\{outcome="finished"[^}]*\} 1/.test(metrics),
    );
  });

  it('starts a terminated loop again when its facts are sent once more', async () => {
    const story = await registered();
    const acknowledged = story.acknowledge('territorial', monday);
    await publish('handover', acknowledged);
    const whole = await eventually(
      () => world.view(story),
      ({ openClocks }) => openClocks === 2,
    );
    const told = published.filter((fact) => fact.aggregate.id === story.hazardNo);
    await handleOf(story).terminate('by hand');
    await publish('handover', acknowledged);
    await eventually(
      () => story.dispatches,
      (dispatches) => dispatches === 2,
    );
    expect(await world.view(story)).toMatchObject({ registered: false, state: 'registered' });
    await publish('registration', told);
    const view = () => world.view(story);
    expect(await eventually(view, ({ registered }) => registered)).toEqual(whole);
  });

  it('puts aside what can never be told, and goes on', async () => {
    const story = await world.story({ at: monday, rectifyDue: new Date(monday.getTime() + 86_400_000) });
    const [fact] = story.registered(monday);
    await topics.write('registration', [
      { key: story.hazardNo, value: 'not json' },
      { key: story.hazardNo, value: JSON.stringify({ ...fact, version: 2 }) },
      { key: story.hazardNo, value: JSON.stringify({ ...fact, data: { hazardNo: story.hazardNo } }) },
    ]);
    await publish('registration', story.registered(monday));
    await reached(story, 'handedOver');
    const letters = await topics.read('deadLetter', 3);
    expect(letters.map(({ headers }) => headers['reason'])).toEqual([
      'notJson',
      'versionUnknown',
      'dataInvalid',
    ]);
  });

  it('parks a fact whose loop has ended though its hazard is not finished', async () => {
    const story = await world.story({ at: monday, rectifyDue: new Date(monday.getTime() + 86_400_000) });
    const taskQueue = 'ends-early';
    const worker = await Worker.create({
      connection,
      namespace: server.namespace,
      taskQueue,
      workflowsPath: path('../__fixtures__/closed-early.workflow.ts'),
    });
    await worker.runUntil(
      server.client.workflow.execute(hazardLoopType, { workflowId: story.hazardNo, taskQueue, args: [] }),
    );
    await publish('registration', story.registered(monday));
    const letters = await topics.read('deadLetter', 4);
    const parked = letters.filter(({ headers }) => headers['reason'] === 'loopClosedEarly');
    expect(parked[0]?.key).toBe(story.hazardNo);
    expect(await (await get('/metrics')).text()).toContain('reason="loopClosedEarly"');
  });

  it('waits while Temporal is away, says so, and tells everything in order afterwards', async () => {
    const story = await registered();
    await proxy.cut();
    await publish('handover', [
      ...story.acknowledge('territorial', monday),
      ...story.acknowledge('industry', monday),
    ]);
    const { body } = await eventually(
      readiness,
      ({ status, body }) => status === 503 && body.includes('bridge'),
      30_000,
    );
    expect(body).toContain('temporal');
    expect((await get('/healthz')).status).toBe(200);
    await proxy.mend();
    await reached(story, 'rectifying');
    await eventually(readiness, ({ status }) => status === 200, 60_000);
    const { events } = await handleOf(story).fetchHistory();
    const signals = events?.filter(
      ({ workflowExecutionSignaledEventAttributes: it }) => it?.signalName === factsSignal,
    );
    expect(signals?.length).toBeGreaterThan(1);
    expect((await get('/healthz')).status).toBe(200);
  }, 120_000);
});
