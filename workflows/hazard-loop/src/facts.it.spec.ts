import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, longHistory, monday, shanghai, VirtualTime } from '@bihuan/testing/temporal';
import type { CarriedLoop, LoopOutcome } from './loop-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

describe('facts', () => {
  it('in any order, each twice, and before "registered", lead to the same end', async () => {
    const story = await time.world.story(monday);
    const [at] = [monday.at];
    const registered = story.registered(at);
    const dispatched = story.dispatch(at);
    const later = [
      ...story.acknowledge('territorial', at),
      ...story.acknowledge('industry', at),
      ...story.rectifying(at),
      ...story.planFiled(at),
      ...story.applied(at),
      ...story.verdict(true, at),
      ...story.struckOff(at),
    ];
    const all = [...registered, ...dispatched, ...later].reverse();
    for (const fact of all) await time.world.hear(story, [fact, fact]);
    await time.world.hear(story, all.toReversed());
    expect(await time.view(story)).toMatchObject({ state: 'struckOff', openClocks: 0 });
    await time.world.hear(story, [...story.assessed(at), ...story.disclosed(at)]);
    const outcome = (await time.handle(story).result()) as LoopOutcome;
    expect(outcome.state).toBe('struckOff');
    expect(story.clocks.taken).toEqual([]);
  });
});

describe('a long history', () => {
  it('is continued in a new run that keeps facts, clocks and lateness, and dispatches nothing again', async () => {
    const carried: CarriedLoop = { historyLimit: longHistory };
    const story = await time.handedOver(carried);
    const first = (await time.handle(story).describe()).runId;
    await time.until(story, shanghai('10-10T18:05'));
    await time.rungs(story, 4);
    const runs = new Set([first]);
    await eventually(
      async () => runs.add((await time.handle(story).describe()).runId).size,
      (size) => size > 1,
    );
    expect(await time.view(story)).toMatchObject({ state: 'handedOver', openClocks: 3, overdue: true });
    await time.until(story, shanghai('10-13T18:05'));
    expect((await time.rungs(story, 6)).slice(4)).toEqual(['acknowledge leader', 'acknowledge leader']);
    const now = await time.world.now(story);
    await time.world.hear(story, [
      ...story.acknowledge('territorial', now),
      ...story.acknowledge('industry', now),
    ]);
    await time.world.hear(story, story.applied(now));
    await time.world.hear(story, story.verdict(true, now));
    await time.world.hear(story, story.struckOff(now));
    await time.world.hear(story, [...story.disclosed(now), ...story.assessed(now)]);
    const outcome = (await time.handle(story).result()) as LoopOutcome;
    expect(outcome).toMatchObject({ finished: true, state: 'struckOff' });
    expect(story.dispatches).toBe(1);
  });
});
