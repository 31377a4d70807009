import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  eventually,
  type HazardStory,
  LoopWorld,
  sharedWorkflowBundle,
  timeSkippingServer,
} from '@bihuan/testing/temporal';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CarriedLoop, LoopOutcome } from './loop-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const shanghai = (text: string) => new Date(`2023-${text}:00+08:00`);

const HOUR = 3_600_000;

/** Monday, 09:00; the acknowledgements are due on Tuesday at 18:00, with a reminder four hours ahead. */
const monday = shanghai('10-09T09:00');
const rectifyDue = shanghai('11-08T18:00');

let server: TestWorkflowEnvironment;
let world: LoopWorld;

beforeAll(async () => {
  server = await timeSkippingServer();
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
  const { client, nativeConnection: connection } = server;
  const namespace = server.namespace ?? 'default';
  world = await LoopWorld.start({ client, connection, namespace, now: () => server.currentTimeMs() }, bundle);
}, 120_000);

afterAll(async () => {
  await world.close();
  await server.teardown();
});

/** Lets business time pass until the given moment of the story. */
async function until(story: HazardStory, moment: Date): Promise<void> {
  const now = await world.now(story);
  if (moment > now) await server.sleep(moment.getTime() - now.getTime());
}

const state = (story: HazardStory) => world.view(story).then(({ state }) => state);
const rungs = (story: HazardStory) => story.clocks.taken.map(({ clockId, rung }) => `${clockId.split('.')[1]} ${rung}`);

/** Registered on Monday; both handovers are dispatched and the loop has heard of it. */
async function handedOver(carried?: CarriedLoop): Promise<HazardStory> {
  const story = await world.story({ at: monday, rectifyDue });
  await world.hear(story, story.registered(await world.now(story)), carried);
  await eventually(() => state(story), (state) => state === 'handedOver');
  return story;
}

async function rectifying(carried?: CarriedLoop): Promise<HazardStory> {
  const story = await handedOver(carried);
  const now = await world.now(story);
  await world.hear(story, [...story.acknowledge('territorial', now), ...story.acknowledge('industry', now)]);
  await eventually(() => state(story), (state) => state === 'rectifying');
  return story;
}

async function struckOff(carried?: CarriedLoop): Promise<HazardStory> {
  const story = await rectifying(carried);
  const now = await world.now(story);
  await world.hear(story, story.applied(now));
  await world.hear(story, story.verdict(true, now));
  await world.hear(story, story.struckOff(now));
  await eventually(() => state(story), (state) => state === 'struckOff');
  return story;
}

const outcome = (story: HazardStory): Promise<LoopOutcome> => server.client.workflow.getHandle(story.hazardNo).result();
const description = (story: HazardStory) => server.client.workflow.getHandle(story.hazardNo).describe();

describe('handing over', () => {
  it('dispatches both handovers once and moves on when each has been acknowledged', async () => {
    const story = await handedOver();
    expect(story.dispatches).toBe(1);
    await world.hear(story, story.acknowledge('territorial', await world.now(story)));
    expect(await state(story)).toBe('handedOver');
    await world.hear(story, story.acknowledge('industry', await world.now(story)));
    expect(await state(story)).toBe('rectifying');
  });

  it('climbs the ladder rung by rung at its times while nobody answers, and no rung of another clock', async () => {
    const story = await handedOver();
    await until(story, shanghai('10-10T13:59'));
    expect(story.clocks.taken).toEqual([]);
    await until(story, shanghai('10-10T14:01'));
    await eventually(() => rungs(story), (taken) => taken.length === 2);
    expect(rungs(story)).toEqual(['acknowledge reminder', 'acknowledge reminder']);
    expect(await world.view(story)).toMatchObject({ overdue: false, openClocks: 3 });
    await until(story, shanghai('10-10T18:01'));
    await eventually(() => rungs(story), (taken) => taken.length === 4);
    expect(rungs(story).slice(2)).toEqual(['acknowledge overdue', 'acknowledge overdue']);
    await eventually(() => world.view(story), ({ overdue }) => overdue);
    await until(story, shanghai('10-13T18:01'));
    await eventually(() => rungs(story), (taken) => taken.length === 6);
    expect(rungs(story).slice(4)).toEqual(['acknowledge leader', 'acknowledge leader']);
    await until(story, shanghai('10-31T18:01'));
    await eventually(() => rungs(story), (taken) => taken.length === 8);
    expect(rungs(story).slice(6)).toEqual(['acknowledge interview', 'acknowledge interview']);
    expect(rungs(story)).not.toContain('rectify reminder');
    for (const { at } of story.clocks.taken.slice(0, 2)) expect(at.getTime()).toBeCloseTo(shanghai('10-10T14:00').getTime(), -4);
  });

  it('takes no rung for an answer given a moment earlier, though the loop hears of it later', async () => {
    const story = await handedOver();
    await until(story, shanghai('10-10T17:59'));
    const unheard = [
      ...story.acknowledge('territorial', await world.now(story)),
      ...story.acknowledge('industry', await world.now(story)),
    ];
    await until(story, shanghai('10-12T09:00'));
    expect(rungs(story)).toEqual(['acknowledge reminder', 'acknowledge reminder']);
    await world.hear(story, unheard);
    expect(await world.view(story)).toMatchObject({ state: 'rectifying', overdue: false });
  });
});

describe('until the end', () => {
  it('stays open after the strike-off and ends once it is published and assessed', async () => {
    const story = await struckOff();
    await until(story, shanghai('12-05T09:00'));
    expect((await description(story)).status.name).toBe('RUNNING');
    await world.hear(story, story.disclosed(await world.now(story)));
    expect((await description(story)).status.name).toBe('RUNNING');
    await world.hear(story, story.assessed(await world.now(story)));
    expect(await outcome(story)).toMatchObject({ finished: true, state: 'struckOff' });
    expect(rungs(story)).toEqual([]);
  });
});
