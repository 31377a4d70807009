import { fileURLToPath } from 'node:url';
import { ClockKind, type RungName } from '@bihuan/contracts';
import { clockFacts, defaultClocks, dueOf, rungTimes, WorkingCalendar } from '@bihuan/process-core';
import { shanghai, VirtualTime } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const calendar = new WorkingCalendar([]);
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

const standard: readonly RungName[] = ['reminder', 'overdue', 'leader', 'interview'];
/** What follows an interview is not interviewed again, but raised. */
const raised: readonly RungName[] = ['reminder', 'overdue', 'leader', 'raise'];

/** The rungs of every clock that a hazard may have; the edition's belongs to none, see workflows/obligation. */
const ladders: Readonly<Record<Exclude<ClockKind, 'monthlyEdition'>, readonly RungName[]>> = {
  handOver: standard,
  acknowledge: standard,
  refusalDecision: standard,
  plan: standard,
  progress: standard,
  rectify: standard,
  extensionDecision: standard,
  accept: standard,
  strikeOff: standard,
  listing: standard,
  interviewHeld: raised,
  interviewReply: raised,
  publishListing: standard,
  publishStrikeOff: standard,
  penaltyPublication: standard,
};

describe('a clock that nobody answers, by the policy of the product', () => {
  it.each(Object.entries(ladders))('%s climbs %j, and nothing else is done', async (name, rungs) => {
    const kind = ClockKind.parse(name);
    const { owner } = clockFacts[kind];
    const { period, ladder } = defaultClocks[kind];
    const story = await time.struckOff();
    const { hazardNo } = story;
    const start = await time.world.now(story);
    const { due } = dueOf(start, period, calendar, '18:00');
    const clock = { owner, kind, subject: `${hazardNo}.unanswered`, hazardNo, start, due, ladder };
    const opened = story.clocks.open({ ...clock, waitsFor: '太原市人民政府' });
    await time.world.hear(story, [opened]);
    const planned = rungTimes(ladder, start, due, calendar);
    const last = planned.at(-1)?.at ?? due;

    await time.until(story, new Date(last.getTime() + 60 * 86_400_000));

    await time.rungs(story, rungs.length);
    const clockId = `${owner}.${kind}.${hazardNo}.unanswered`;
    expect(story.clocks.taken.map(({ rung, at }) => [rung, minuteOf(at)])).toEqual(
      rungs.map((rung, i) => [rung, minuteOf(planned[i]?.at ?? start)]),
    );
    expect(story.clocks.asked).toEqual(rungs.map(() => clockId));
    expect(await time.steps(story)).toEqual({
      ...{ loadHazard: 1, dispatchHandovers: 1, decideClock: rungs.length },
    });
    expect(await time.view(story)).toMatchObject({ state: 'struckOff', openClocks: 1, overdue: true });

    await time.world.hear(story, [story.clocks.meet(clockId, await time.world.now(story))]);
    expect(await time.view(story)).toMatchObject({ state: 'struckOff', openClocks: 0, overdue: false });
    expect(story.clocks.asked).toHaveLength(rungs.length);
  });

  it('an acknowledgement that is answered after each rung takes no further one', async () => {
    for (const [after, moment] of [
      [1, shanghai('10-10T15:00')],
      [2, shanghai('10-11T09:00')],
      [3, shanghai('10-16T09:00')],
    ] as const) {
      const story = await time.handedOver();
      await time.until(story, moment);
      await time.rungs(story, 2 * after);
      const now = await time.world.now(story);
      const answers = [...story.acknowledge('territorial', now), ...story.acknowledge('industry', now)];
      await time.world.hear(story, answers);
      await time.until(story, shanghai('10-31T09:00'));
      expect(story.clocks.taken).toHaveLength(2 * after);
      expect(await time.steps(story)).toEqual({
        loadHazard: 1,
        dispatchHandovers: 1,
        decideClock: 2 * after,
      });
      expect(await time.view(story)).toMatchObject({ state: 'rectifying', openClocks: 1, overdue: false });
    }
  });
});

/** Minutes: a timer is a little late. */
function minuteOf(instant: Date): string {
  return instant.toISOString().slice(0, 16);
}
