import { fileURLToPath } from 'node:url';
import type { LoopFact } from '@bihuan/contracts';
import {
  eventually,
  type HazardStory,
  insisted,
  monday,
  refused,
  shanghai,
  VirtualTime,
  longHistory,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CarriedLoop } from './loop-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

const now = (story: HazardStory) => time.world.now(story);
const rectifyOf = (story: HazardStory) => story.clockId('supervision', 'rectify');
/** Due on Thursday, 12 October, 18:00; its reminder comes four hours ahead. */
async function dueOnThursday(carried?: CarriedLoop): Promise<HazardStory> {
  const story = await time.rectifying(carried);
  const moved = story.clocks.move(rectifyOf(story), shanghai('10-12T18:00'), await now(story));
  await time.world.hear(story, [moved]);
  return story;
}

describe('a clock that stands still', () => {
  it('is not asked about, and goes on with its new date; the others are asked about meanwhile', async () => {
    const story = await dueOnThursday();
    const other = await time.handedOver();
    await time.world.hear(story, [story.clocks.pause(rectifyOf(story), await now(story))]);
    await time.until(story, shanghai('10-16T09:00'));
    expect(story.clocks.asked).toEqual([]);
    expect(await time.rungs(other, 4)).toContain('acknowledge overdue');
    expect(await time.view(story)).toMatchObject({ openClocks: 1, overdue: false });

    const resumed = story.clocks.resume(rectifyOf(story), shanghai('10-18T18:00'), await now(story));
    await time.world.hear(story, [resumed]);
    await time.until(story, shanghai('10-18T13:59'));
    expect(story.clocks.asked).toEqual([]);
    await time.until(story, shanghai('10-18T18:01'));
    expect(await time.rungs(story, 2)).toEqual(['rectify reminder', 'rectify overdue']);
    expect(story.clocks.asked).toHaveLength(2);
  });

  it('whose timer was faster than the fact is answered "paused", and is not asked about again', async () => {
    const story = await dueOnThursday();
    const fact = story.clocks.pause(rectifyOf(story), await now(story));
    await time.until(story, shanghai('10-20T09:00'));
    expect(story.clocks.asked).toEqual([rectifyOf(story)]);
    expect(story.clocks.taken).toEqual([]);
    await time.world.hear(story, [fact]);
    const resumed = story.clocks.resume(rectifyOf(story), shanghai('10-24T18:00'), await now(story));
    await time.until(story, shanghai('10-23T09:00'));
    expect(story.clocks.asked).toHaveLength(1);
    await time.world.hear(story, [resumed, fact]);
    await time.until(story, shanghai('10-24T18:01'));
    expect(await time.rungs(story, 2)).toEqual(['rectify reminder', 'rectify overdue']);
  });

  it('may be met before it goes on, and is asked about no more', async () => {
    const story = await dueOnThursday();
    await time.world.hear(story, [story.clocks.pause(rectifyOf(story), await now(story))]);
    await time.world.hear(story, story.applied(await now(story)));
    await time.until(story, shanghai('10-16T09:00'));
    expect(story.clocks.asked).not.toContain(rectifyOf(story));
    expect(await time.view(story)).toMatchObject({ state: 'awaitingAcceptance', openClocks: 1 });
  });

  it('keeps standing still in the run that continues a long one, and the silence of an owner is kept too', async () => {
    const carried: CarriedLoop = { historyLimit: longHistory };
    const story = await time.handedOver(carried);
    const { runId } = await time.handle(story).describe();
    await time.world.hear(story, [story.clocks.pause(rectifyOf(story), await now(story))]);
    await time.until(story, shanghai('10-10T13:59'));
    time.world.away.add('handover');
    await time.until(story, shanghai('10-10T14:30'));
    await eventually(
      async () => (await time.handle(story).describe()).runId,
      (latest) => latest !== runId,
    );
    expect(await time.view(story)).toMatchObject({ openClocks: 3, overdue: false });
    expect(story.clocks.asked).toEqual([]);
    time.world.away.delete('handover');
    await time.until(story, shanghai('10-10T14:37'));
    expect(await time.rungs(story, 2)).toEqual(['acknowledge reminder', 'acknowledge reminder']);
    const resumed = story.clocks.resume(rectifyOf(story), shanghai('10-10T18:50'), await now(story));
    await time.world.hear(story, [resumed]);
    await time.until(story, shanghai('10-10T18:55'));
    expect((await time.rungs(story, 5)).filter((rung) => rung.startsWith('rectify'))).toEqual([
      ...['rectify reminder', 'rectify overdue'],
    ]);
    expect(story.dispatches).toBe(1);
  });
});

describe('a clock that was moved later with many others', () => {
  it('is asked about at its old time, is not due yet, and sleeps until its new one', async () => {
    const story = await dueOnThursday();
    story.clocks.move(rectifyOf(story), shanghai('10-16T18:00'), await now(story));
    await time.until(story, shanghai('10-16T13:59'));
    expect(story.clocks.asked).toEqual([rectifyOf(story)]);
    expect(story.clocks.taken).toEqual([]);
    await time.until(story, shanghai('10-16T14:01'));
    expect(await time.rungs(story, 1)).toEqual(['rectify reminder']);
    expect(await time.steps(story)).toMatchObject({ decideClock: 2 });
  });
});

describe('after ten days in which no fact came through', () => {
  /** Registered and handed over on Monday; the loop hears nothing of it before Thursday of the next week, 09:00. */
  async function unheard(): Promise<{ story: HazardStory; facts: LoopFact[] }> {
    const story = await time.world.story(monday);
    const facts = [...story.registered(monday.at), ...story.dispatch(monday.at)];
    return { story, facts };
  }

  it('each clock takes its earliest missed rung, and the later ones keep their spacing', async () => {
    const { story, facts } = await unheard();
    await time.until(story, shanghai('10-19T09:00'));
    await time.world.hear(story, facts.toReversed());
    await time.rungs(story, 2);
    expect(story.clocks.taken.map(({ rung, skipped }) => [rung, skipped])).toEqual([
      ['overdue', ['reminder']],
      ['overdue', ['reminder']],
    ]);
    await time.view(story, ({ overdue }) => overdue);
    // Three working days on is Tuesday, seven are Monday of the week after.
    await time.until(story, shanghai('10-24T08:59'));
    expect(story.clocks.taken).toHaveLength(2);
    await time.until(story, shanghai('10-30T09:05'));
    expect((await time.rungs(story, 6)).slice(2)).toEqual([
      ...['acknowledge leader', 'acknowledge leader', 'acknowledge interview', 'acknowledge interview'],
    ]);
    expect(story.clocks.asked).toHaveLength(6);
  });

  it('an answer given meanwhile wins over all of them, in whatever order its facts arrive', async () => {
    const { story, facts } = await unheard();
    const answers = [
      ...refused(story, 'territorial', shanghai('10-10T09:00')),
      ...insisted(story, 'territorial', shanghai('10-10T10:00')),
      ...story.acknowledge('industry', shanghai('10-10T11:00')),
    ];
    await time.until(story, shanghai('10-19T09:00'));
    await time.world.hear(story, facts);
    await time.view(story, ({ openClocks }) => openClocks === 1);
    expect(new Set(story.clocks.asked)).toEqual(new Set(acknowledgeClocks(story)));
    await time.world.hear(story, answers.toReversed());
    expect(await time.view(story)).toMatchObject({ state: 'rectifying', openClocks: 1, overdue: false });
    await time.until(story, shanghai('11-07T09:00'));
    expect(story.clocks.taken).toEqual([]);
  });
});

const acknowledgeClocks = (story: HazardStory) =>
  (['territorial', 'industry'] as const).map((track) => story.acknowledgeClockId(track));
