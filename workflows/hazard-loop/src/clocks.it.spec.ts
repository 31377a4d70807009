import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HazardStory, monday, shanghai, VirtualTime } from '@bihuan/testing/temporal';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

/** Rungs with the Shanghai time at which they were taken, to the minute. */
const taken = (story: HazardStory) =>
  story.clocks.taken.map(
    ({ rung, at }) => `${rung} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16)}`,
  );

describe('while nobody answers', () => {
  it('climbs the ladder at its times, both tracks together, and takes no rung of another clock', async () => {
    const story = await time.handedOver();
    await time.until(story, shanghai('10-10T13:59'));
    expect(story.clocks.taken).toEqual([]);
    await time.until(story, shanghai('10-10T14:01'));
    await time.rungs(story, 2);
    expect(await time.view(story)).toMatchObject({ overdue: false, openClocks: 3 });
    await time.until(story, shanghai('10-10T18:01'));
    await time.rungs(story, 4);
    await time.view(story, ({ overdue }) => overdue);
    await time.until(story, shanghai('10-13T18:01'));
    await time.rungs(story, 6);
    await time.until(story, shanghai('10-31T18:01'));
    expect(await time.rungs(story, 8)).not.toContain('rectify reminder');
    const twice = (line: string) => [line, line];
    expect(taken(story)).toEqual([
      ...twice('reminder 10-10T14:00'),
      ...twice('overdue 10-10T18:00'),
      ...twice('leader 10-13T18:00'),
      ...twice('interview 10-19T18:00'),
    ]);
  });
});

describe('an answer a moment earlier', () => {
  it('wins, though the loop hears of it after the due', async () => {
    const story = await time.handedOver();
    await time.until(story, shanghai('10-10T17:59'));
    const now = await time.world.now(story);
    const unheard = [...story.acknowledge('territorial', now), ...story.acknowledge('industry', now)];
    await time.until(story, shanghai('10-12T09:00'));
    expect(await time.rungs(story, 2)).toEqual(['acknowledge reminder', 'acknowledge reminder']);
    await time.view(story, ({ openClocks }) => openClocks === 1);
    await time.world.hear(story, unheard);
    expect(await time.view(story)).toMatchObject({ state: 'rectifying', overdue: false });
  });
});

describe('a clock that is moved', () => {
  it('earlier: the timer is set anew; later, unheard: the owner says not yet', async () => {
    const story = await time.rectifying();
    const clockId = story.clockId('supervision', 'rectify');
    const now = await time.world.now(story);
    await time.world.hear(story, [story.clocks.move(clockId, shanghai('10-12T18:00'), now)]);
    await time.until(story, shanghai('10-12T14:01'));
    expect(await time.rungs(story, 1)).toEqual(['rectify reminder']);
    story.clocks.move(clockId, shanghai('10-16T18:00'), await time.world.now(story));
    await time.until(story, shanghai('10-16T13:59'));
    expect(story.clocks.taken).toHaveLength(1);
    await time.until(story, shanghai('10-16T14:01'));
    expect(await time.rungs(story, 2)).toEqual(['rectify reminder', 'rectify reminder']);
  });
});

describe('an owner that is away', () => {
  it('for five minutes: is asked again, while the clocks of the other owner go on', async () => {
    const story = await time.world.story({ ...monday, rectifyDue: shanghai('10-10T18:02') });
    await time.world.hear(story, story.registered(monday.at));
    await time.view(story, ({ state }) => state === 'handedOver');
    await time.until(story, shanghai('10-10T13:59'));
    time.world.away.add('handover');
    await time.until(story, shanghai('10-10T14:05'));
    expect(await time.rungs(story, 1)).toEqual(['rectify reminder']);
    expect(taken(story)).toEqual(['reminder 10-10T14:02']);
    time.world.away.delete('handover');
    await time.until(story, shanghai('10-10T14:12'));
    expect(await time.rungs(story, 3)).toEqual([
      'rectify reminder',
      'acknowledge reminder',
      'acknowledge reminder',
    ]);
  });

  it('past the due: the reminder is skipped, overdue is taken, later rungs keep their spacing', async () => {
    const story = await time.handedOver();
    await time.until(story, shanghai('10-10T13:59'));
    time.world.away.add('handover');
    await time.until(story, shanghai('10-10T18:30'));
    expect(story.clocks.taken).toEqual([]);
    time.world.away.delete('handover');
    await time.until(story, shanghai('10-10T18:36'));
    await time.rungs(story, 2);
    expect(story.clocks.taken.map(({ rung, skipped }) => [rung, skipped])).toEqual([
      ['overdue', ['reminder']],
      ['overdue', ['reminder']],
    ]);
    await time.view(story, ({ overdue }) => overdue);
    await time.until(story, shanghai('10-13T18:29'));
    expect(story.clocks.taken).toHaveLength(2);
    await time.until(story, shanghai('10-13T18:40'));
    expect((await time.rungs(story, 4)).slice(2)).toEqual(['acknowledge leader', 'acknowledge leader']);
  });
});
