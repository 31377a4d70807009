import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VirtualTime, monday, shanghai } from '@bihuan/testing/temporal';
import type { LoopOutcome } from './loop-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

describe('发现隐患', () => {
  it('ends at once where registration says that nothing is left to do', async () => {
    const story = await time.world.story({ ...monday, finished: true });
    const handle = await time.world.hear(story, story.registered(monday.at));
    expect(await handle.result()).toMatchObject({ finished: true });
    expect(story.dispatches).toBe(0);
  });
});

describe('移交办理', () => {
  it('dispatches both handovers once and rectification begins when each has been acknowledged', async () => {
    const story = await time.handedOver();
    expect(story.dispatches).toBe(1);
    await time.world.hear(story, story.acknowledge('territorial', await time.world.now(story)));
    expect(await time.view(story)).toMatchObject({ state: 'handedOver', openClocks: 2 });
    await time.world.hear(story, story.acknowledge('industry', await time.world.now(story)));
    expect(await time.view(story)).toMatchObject({ state: 'rectifying', openClocks: 1 });
  });

  it('keeps asking for the handovers where handover refuses, while the other clocks go on', async () => {
    const story = await time.world.story({ ...monday, rectifyDue: shanghai('10-09T15:00') });
    time.world.dispatchRefusal = 'place.unknown';
    await time.world.hear(story, story.registered(monday.at));
    await time.until(story, shanghai('10-09T11:01'));
    expect(await time.rungs(story, 1)).toEqual(['rectify reminder']);
    expect((await time.view(story)).state).toBe('registered');
    time.world.dispatchRefusal = null;
    await time.until(story, shanghai('10-09T11:07'));
    await time.view(story, ({ state }) => state === 'handedOver');
  });
});

describe('移交办理 while handover is away', () => {
  it('ends each try after five minutes and tries again until both stand', async () => {
    const story = await time.world.story(monday);
    time.world.away.add('handover');
    await time.world.hear(story, story.registered(monday.at));
    await time.until(story, shanghai('10-09T09:12'));
    time.world.away.delete('handover');
    await time.until(story, shanghai('10-09T09:25'));
    await time.view(story, ({ state }) => state === 'handedOver');
    const { events } = await time.handle(story).fetchHistory();
    const tries = events?.filter(
      ({ activityTaskScheduledEventAttributes: it }) => it?.activityType?.name === 'dispatchHandovers',
    );
    expect(tries?.length).toBeGreaterThan(1);
    expect(story.dispatches).toBe(1);
  });
});

describe('督导巡查', () => {
  it('goes back to rectifying under a new clock after a failed verdict', async () => {
    const story = await time.rectifying();
    await time.world.hear(story, story.applied(await time.world.now(story)));
    expect(await time.view(story)).toMatchObject({ state: 'awaitingAcceptance', openClocks: 1 });
    const newDue = shanghai('10-20T18:00');
    await time.world.hear(story, story.verdict(false, await time.world.now(story), newDue));
    const clockId = story.clockId('supervision', 'rectify', `${story.hazardNo}.2`);
    expect(await time.view(story)).toMatchObject({
      state: 'rectifying',
      openClocks: 1,
      nextClock: { clockId, due: newDue.toISOString() },
    });
    await time.until(story, shanghai('10-20T14:01'));
    expect(await time.rungs(story, 1)).toEqual(['rectify reminder']);
    await time.world.hear(story, story.applied(await time.world.now(story)));
    await time.world.hear(story, story.verdict(true, await time.world.now(story)));
    await time.world.hear(story, story.struckOff(await time.world.now(story)));
    expect(await time.view(story)).toMatchObject({ state: 'struckOff', openClocks: 0 });
  });
});

describe('信息公开 and 考核通报', () => {
  it('stays open after the strike-off and ends once that is published and assessed', async () => {
    const story = await time.struckOff();
    await time.until(story, shanghai('12-05T09:00'));
    const status = async () => (await time.handle(story).describe()).status.name;
    expect(await status()).toBe('RUNNING');
    await time.world.hear(story, story.disclosed(await time.world.now(story)));
    expect((await time.view(story)).marks).toHaveProperty('disclosed');
    expect(await status()).toBe('RUNNING');
    await time.world.hear(story, story.assessed(await time.world.now(story)));
    const outcome = (await time.handle(story).result()) as LoopOutcome;
    expect(outcome).toMatchObject({ hazardNo: story.hazardNo, finished: true, state: 'struckOff' });
    expect(Object.keys(outcome.marks).sort()).toEqual([
      'assessed',
      'disclosed',
      'found',
      'handedOver',
      'supervised',
    ]);
    expect(story.clocks.taken).toEqual([]);
  });

  it('reminds of a strike-off that is to be published, and ends only once its clock has', async () => {
    const story = await time.struckOff();
    const start = await time.world.now(story);
    const { hazardNo } = story;
    const due = shanghai('10-20T18:00');
    const clock = { owner: 'disclosure', kind: 'publishStrikeOff', subject: hazardNo, hazardNo } as const;
    await time.world.hear(story, [story.clocks.open({ ...clock, start, due, waitsFor: '省安委会办公室' })]);
    expect(await time.view(story)).toMatchObject({ state: 'struckOff', openClocks: 1 });
    await time.until(story, shanghai('10-20T18:01'));
    expect(await time.rungs(story, 2)).toEqual(['publishStrikeOff reminder', 'publishStrikeOff overdue']);
    const now = await time.world.now(story);
    await time.world.hear(story, [...story.disclosed(now), ...story.assessed(now)]);
    expect((await time.handle(story).describe()).status.name).toBe('RUNNING');
    await time.world.hear(story, [story.clocks.meet(`disclosure.publishStrikeOff.${hazardNo}`, now)]);
    expect(await time.handle(story).result()).toMatchObject({ finished: true, state: 'struckOff' });
  });
});
