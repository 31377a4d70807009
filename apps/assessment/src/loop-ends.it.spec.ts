import { fileURLToPath } from 'node:url';
import { hazardEventTypes, type LoopFact, monthlyTypes } from '@bihuan/contracts';
import { readFact } from '@bihuan/platform/messaging';
import {
  eventually,
  type HazardStory,
  type RealTime,
  realTime,
  sharedWorkflowBundle,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NativeConnection, Worker } from '@temporalio/worker';
import { type AssessmentWorld, october, startAssessment } from './__fixtures__/assessment-world.ts';

const workflows = (path: string) => fileURLToPath(new URL(`../../../workflows/${path}`, import.meta.url));
/** The loop and the month are in one bundle in production; here each has its own worker. */
const MONTHS = 'months';

let time: RealTime;
let assessment: AssessmentWorld;
let connection: NativeConnection;
let months: Worker;
let ended: Promise<void>;

beforeAll(async () => {
  time = await realTime({
    workflowsPath: workflows('hazard-loop/src/hazard-loop.workflow.ts'),
    interceptorModules: [workflows('hazard-loop/src/interceptors.ts')],
  });
  const { address, namespace } = time.server;
  assessment = await startAssessment('2023-10', {
    settings: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace },
  });
  connection = await NativeConnection.connect({ address });
  const workflowBundle = await sharedWorkflowBundle({
    workflowsPath: workflows('monthly-assessment/src/monthly-assessment.workflow.ts'),
    interceptorModules: [],
  });
  months = await Worker.create({ connection, namespace, taskQueue: MONTHS, workflowBundle });
  ended = months.run();
}, 180_000);

afterAll(async () => {
  months.shutdown();
  await ended;
  await connection.close();
  await assessment.close();
  await time.close();
}, 60_000);

/** From registration to strike-off, each step heard by the loop. @returns what owners published meanwhile */
async function toStrikeOff(story: HazardStory): Promise<LoopFact[]> {
  const { world } = time;
  const heard: LoopFact[] = [];
  const hear = async (facts: LoopFact[], state: string) => {
    heard.push(...facts);
    await world.hear(story, facts);
    await eventually(
      () => world.view(story),
      (view) => view.state === state,
    );
  };
  const now = await world.now(story);
  await hear(story.registered(now), 'handedOver');
  await hear([...story.acknowledge('territorial', now), ...story.acknowledge('industry', now)], 'rectifying');
  await hear(story.applied(now), 'awaitingAcceptance');
  await hear([...story.verdict(true, now), ...story.struckOff(now)], 'struckOff');
  return heard;
}

/** What assessment has put on its topic, as the bridge reads it. */
async function published(messages: number): Promise<LoopFact[]> {
  const raw = await assessment.service.topics.read('assessment', messages);
  return raw.flatMap(({ value }) => {
    const read = readFact(
      { topic: 'assessment', partition: 0, offset: '0', key: null, value, headers: {} },
      hazardEventTypes,
    );
    return read.kind === 'fact' ? [read.fact as LoopFact] : [];
  });
}

it('a loop whose marks are complete ends: struck off, published, and its month assessed', async () => {
  const { world, server } = time;
  const at = new Date('2023-10-09T09:00:00+08:00');
  const story = await world.story({ at, rectifyDue: new Date('2023-11-08T18:00:00+08:00') });
  const { hazardNo } = story;
  const facts = await toStrikeOff(story);
  const disclosed = story.disclosed(await world.now(story));
  await world.hear(story, disclosed);
  const loop = server.client.workflow.getHandle(hazardNo);
  await eventually(
    () => world.view(story),
    ({ marks }) => marks.disclosed !== undefined,
  );
  expect((await loop.describe()).status.name).toBe('RUNNING');

  await assessment.hear([...facts, ...disclosed]);
  await assessment.announce({ month: '2023-10', found: [hazardNo], struckOff: [hazardNo] });
  const month: unknown = await server.client.workflow.execute(monthlyTypes.assessment, {
    workflowId: 'monthly-assessment-SX2023-2023-10',
    taskQueue: MONTHS,
    args: [{ ...october, businessOffsetMs: 0 }],
  });
  expect(month).toMatchObject({ ...october, found: 1, struckOff: 1 });

  // Behind what was told of the five months before.
  const assessed = await published(7);
  expect(assessed).toMatchObject([
    { type: 'hazard.assessed', data: { hazardNo, month: '2023-10', strikeOffAssessed: true } },
  ]);
  await world.hear(story, assessed);
  expect(await loop.result()).toMatchObject({ hazardNo, finished: true, state: 'struckOff' });
}, 60_000);
