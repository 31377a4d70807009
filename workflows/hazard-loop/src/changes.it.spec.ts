import { fileURLToPath } from 'node:url';
import type { PastHandovers } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  corrected,
  eventually,
  type HazardStory,
  monday,
  shanghai,
  VirtualTime,
  withdrawn,
} from '@bihuan/testing/temporal';
import type { LoopOutcome } from './loop-run.ts';
import { searchKeys } from './operator/search.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

describe('a hazard that a ledger brought', () => {
  const dispatchedAt = shanghai('05-18T09:00').toISOString();
  const answeredAt = shanghai('05-19T09:00').toISOString();
  const past: PastHandovers = {
    reportedBy: 'org',
    reportedByName: '省安委会办公室',
    reportedAt: monday.at.toISOString(),
    handovers: (['territorial', 'industry'] as const).map((track) => ({ track, dispatchedAt, answeredAt })),
  };

  it('with its handovers in the past is not dispatched again: it goes on where it was', async () => {
    const story = await time.world.story({ ...monday, past });
    await time.world.hear(story, story.registered(monday.at));
    const view = await time.view(story, ({ state }) => state === 'rectifying');
    expect(view.marks.handedOver).toEqual({ first: dispatchedAt, last: dispatchedAt });
    expect(view).toMatchObject({ openClocks: 1, overdue: false });
    expect(story.dispatches).toBe(1);
    await time.until(story, shanghai('10-12T09:00'));
    expect(story.clocks.taken).toEqual([]);
    expect(story.dispatches).toBe(1);
  });

  it('with no handover in the past is dispatched as ever', async () => {
    const story = await time.world.story({ ...monday, past: { ...past, handovers: [] } });
    await time.world.hear(story, story.registered(monday.at));
    expect(await time.view(story, ({ state }) => state === 'handedOver')).toMatchObject({ openClocks: 3 });
  });

  it('struck off in the past ends at once and is never dispatched', async () => {
    const story = await time.world.story({ ...monday, past, finished: true });
    const handle = await time.world.hear(story, story.registered(monday.at));
    expect(await handle.result()).toMatchObject({ finished: true });
    expect(story.dispatches).toBe(0);
  });
});

describe('a corrected hazard', () => {
  it('shows its new place on the board and in the list; its clocks go on', async () => {
    const story = await time.handedOver();
    const before = await time.view(story);
    const now = await time.world.now(story);
    await time.world.hear(story, corrected(story, now, 2, { cityName: '大同市', placeName: '新荣区' }));
    await time.world.hear(story, corrected(story, now, 1, { cityName: '阳泉市', placeName: '郊区' }));
    const city = async () => (await time.handle(story).describe()).typedSearchAttributes.get(searchKeys.city);
    await eventually(city, (name) => name === '大同市');
    const board = await boardOf(story);
    expect(board).toContain('大同市新荣区 · 燃气');
    expect(board).not.toContain('小店区');
    expect(await time.view(story)).toEqual(before);
  });
});

describe('a withdrawn hazard', () => {
  it('ends once its clocks have ended, and nobody is asked about them any more', async () => {
    const story = await time.rectifying();
    const now = await time.world.now(story);
    await time.world.hear(story, withdrawn(story, now));
    expect(await time.view(story)).toMatchObject({ state: 'withdrawn', openClocks: 1 });
    expect((await time.handle(story).describe()).status.name).toBe('RUNNING');
    await time.world.hear(story, story.clocks.cancelAll(now));
    const outcome = (await time.handle(story).result()) as LoopOutcome;
    expect(outcome).toMatchObject({ finished: true, state: 'withdrawn' });
    expect(story.clocks.asked).toEqual([]);
    expect(story.clocks.taken).toEqual([]);
  });

  it('ends as well where the clocks end first, each fact told twice', async () => {
    const story = await time.handedOver();
    const now = await time.world.now(story);
    for (const fact of [...story.clocks.cancelAll(now), ...withdrawn(story, now)])
      await time.world.hear(story, [fact, fact]);
    const outcome = (await time.handle(story).result()) as LoopOutcome;
    expect(outcome).toMatchObject({ finished: true, state: 'withdrawn' });
    expect(story.clocks.taken).toEqual([]);
  });
});

/** What an operator reads in the Temporal UI. */
async function boardOf(story: HazardStory): Promise<string> {
  const { currentDetails } = await time
    .handle(story)
    .query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return currentDetails;
}
