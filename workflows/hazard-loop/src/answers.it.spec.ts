import { fileURLToPath } from 'node:url';
import type { HazardState, LoopFact } from '@bihuan/contracts';
import {
  type HazardStory,
  insisted,
  redirected,
  refused,
  shanghai,
  transferred,
  VirtualTime,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let time: VirtualTime;

beforeAll(async () => {
  time = await VirtualTime.start({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

type Answer = (story: HazardStory, now: Date) => LoopFact[];
const track = 'territorial';
const acknowledge: Answer = (story, now) => story.acknowledge(track, now);
const refuse: Answer = (story, now) => refused(story, track, now);
const insist: Answer = (story, now) => insisted(story, track, now);
const transfer: Answer = (story, now) => transferred(story, track, now);
const redirect: Answer = (story, now) => redirected(story, track, now);

const ladder = (kind: string) =>
  ['reminder', 'overdue', 'leader', 'interview'].map((rung) => `${kind} ${rung}`);

describe('an answer on the territorial track, the industry one acknowledged', () => {
  it.each<[string, readonly Answer[], HazardState, readonly string[]]>([
    // who is waited for afterwards is chased, and nobody else: neither whoever answered nor whoever acknowledged
    ['acknowledged: nobody is chased', [acknowledge], 'rectifying', []],
    ['refused: the office is chased for its decision', [refuse], 'handedOver', ladder('refusalDecision')],
    ['refused and insisted upon: nobody is chased', [refuse, insist], 'rectifying', []],
    ['refused and redirected: the next is chased', [refuse, redirect], 'handedOver', ladder('acknowledge')],
    ['redirected unanswered: the next is chased', [redirect], 'handedOver', ladder('acknowledge')],
    ['transferred: the next is chased', [transfer], 'handedOver', ladder('acknowledge')],
    [
      'transferred and refused: the office is chased',
      [transfer, refuse],
      'handedOver',
      ladder('refusalDecision'),
    ],
    ['transferred and acknowledged by the next: nobody is chased', [transfer, acknowledge], 'rectifying', []],
    [
      'refused, redirected, refused again and insisted upon: nobody is chased',
      [refuse, redirect, refuse, insist],
      'rectifying',
      [],
    ],
  ])('%s', async (_, answers, state, chased) => {
    const story = await time.handedOver();
    const first = story.acknowledgeClockId(track);
    await time.world.hear(story, story.acknowledge('industry', await time.world.now(story)));
    for (const answer of answers) await time.world.hear(story, answer(story, await time.world.now(story)));

    await time.until(story, shanghai('10-31T09:00'));

    expect(await time.rungs(story, chased.length)).toEqual(chased);
    expect(story.clocks.asked).toHaveLength(chased.length);
    expect(story.clocks.asked).not.toContain(first);
    expect(await time.steps(story)).toEqual({
      ...{ loadHazard: 1, dispatchHandovers: 1 },
      ...(chased.length > 0 && { decideClock: chased.length }),
    });
    expect(await time.view(story)).toMatchObject({ state, overdue: chased.length > 0 });
    expect(story.dispatches).toBe(1);
  });

  it('does not stop the clock of rectification, whatever it is', async () => {
    const story = await time.handedOver();
    const answers: Answer[] = [refuse, redirect, transfer, refuse, insist];
    for (const answer of answers) await time.world.hear(story, answer(story, await time.world.now(story)));
    await time.world.hear(story, story.acknowledge('industry', await time.world.now(story)));
    expect(await time.view(story)).toMatchObject({
      ...{ state: 'rectifying', openClocks: 1 },
      nextClock: {
        clockId: story.clockId('supervision', 'rectify'),
        due: shanghai('11-08T18:00').toISOString(),
      },
    });
    await time.until(story, shanghai('11-08T18:01'));
    expect(await time.rungs(story, 2)).toEqual(['rectify reminder', 'rectify overdue']);
  });
});
