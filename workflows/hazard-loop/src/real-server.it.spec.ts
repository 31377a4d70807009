import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HazardStory, type RealTime, realTime } from '@bihuan/testing/temporal';
import type { WorkflowHandle } from '@temporalio/client';
import { searchKeys } from './operator/search.ts';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/**
 * Stories on the real server. With BIHUAN_RECORD_HISTORIES set to a release, e.g. `2023.10`, their histories are kept
 * as `__histories__/<story>.<release>.json`, for the replay of every later version of the loop.
 */
const release = process.env['BIHUAN_RECORD_HISTORIES'];
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const DAYS = 86_400_000;

let time: RealTime;

beforeAll(async () => {
  time = await realTime({
    workflowsPath: path('./hazard-loop.workflow.ts'),
    interceptorModules: [path('./interceptors.ts')],
  });
}, 120_000);
afterAll(() => time.close());

const handleOf = (story: HazardStory, runId?: string) =>
  time.server.client.workflow.getHandle(story.hazardNo, runId);

async function keep(name: string, handle: WorkflowHandle): Promise<number> {
  const history = await handle.fetchHistory();
  if (release !== undefined)
    await writeFile(path(`./__histories__/${name}.${release}.json`), `${historyToJSON(history)}\n`);
  return history.events?.length ?? 0;
}

async function begin(acknowledgeSeconds?: number, carried?: object): Promise<HazardStory> {
  const at = new Date('2023-10-09T09:00:00+08:00');
  const story = await time.world.story({
    at,
    rectifyDue: new Date(at.getTime() + 30 * DAYS),
    ...(acknowledgeSeconds !== undefined && { acknowledgeWithin: { seconds: acknowledgeSeconds } }),
  });
  await time.world.hear(story, story.registered(at), carried);
  await reached(story, 'handedOver');
  return story;
}

/** What the Temporal UI shows as the run's current details. */
async function detailsOf(story: HazardStory): Promise<string> {
  const { currentDetails } = await handleOf(story).query<{ currentDetails: string }>(
    '__temporal_workflow_metadata',
  );
  return currentDetails;
}

const reached = (story: HazardStory, state: string) =>
  eventually(
    () => time.world.view(story),
    (view) => view.state === state,
  );

/** Each step with its facts in one signal, as the bridge tells them, and not before the loop has taken in the last. */
async function toTheEnd(story: HazardStory): Promise<void> {
  const now = () => time.world.now(story);
  await time.world.hear(story, story.acknowledge('territorial', await now()));
  await time.world.hear(story, story.acknowledge('industry', await now()));
  await reached(story, 'rectifying');
  await time.world.hear(story, story.rectifying(await now()));
  await time.world.hear(story, story.planFiled(await now()));
  await time.world.hear(story, story.applied(await now()));
  await reached(story, 'awaitingAcceptance');
  await time.world.hear(story, story.verdict(true, await now()));
  await time.world.hear(story, story.struckOff(await now()));
  await reached(story, 'struckOff');
  await time.world.hear(story, story.disclosed(await now()));
  await time.world.hear(story, story.assessed(await now()));
  await handleOf(story).result();
}

describe('on the real server', () => {
  it('one plain loop stays below 150 events', async () => {
    const story = await begin();
    await toTheEnd(story);
    const events = await keep('plain', handleOf(story));
    expect(events).toBeLessThan(150);
    expect(story.clocks.asked).toEqual([]);
  });

  it('a late acknowledgement and a failed verdict', async () => {
    const story = await begin(3);
    await eventually(
      () => story.clocks.taken.length,
      (length) => length === 2,
    );
    expect(story.clocks.taken.map(({ rung }) => rung)).toEqual(['overdue', 'overdue']);
    const now = await time.world.now(story);
    await time.world.hear(story, [
      ...story.acknowledge('territorial', now),
      ...story.acknowledge('industry', now),
    ]);
    await reached(story, 'rectifying');
    await time.world.hear(story, story.applied(now));
    await time.world.hear(story, story.verdict(false, now, new Date(now.getTime() + 20 * DAYS)));
    await reached(story, 'rectifying');
    await time.world.hear(story, story.applied(now));
    await time.world.hear(story, [...story.verdict(true, now), ...story.struckOff(now)]);
    await time.world.hear(story, [...story.disclosed(now), ...story.assessed(now)]);
    expect(await handleOf(story).result()).toMatchObject({ finished: true });
    await keep('late', handleOf(story));
  });

  it('a loop that continues as new keeps its search attributes, and its details still say which hazard it is', async () => {
    const story = await begin(undefined, { historyLimit: 25 });
    const { runId: first, staticSummary } = await handleOf(story).describe();
    expect(await staticSummary()).toContain('太原市小店区');
    await time.world.hear(story, story.acknowledge('territorial', await time.world.now(story)));
    await time.world.hear(story, story.acknowledge('industry', await time.world.now(story)));
    const second = await eventually(
      () => handleOf(story).describe(),
      ({ runId }) => runId !== first,
    );
    await reached(story, 'rectifying');
    await eventually(
      () => handleOf(story).describe(),
      ({ typedSearchAttributes }) => typedSearchAttributes.get(searchKeys.state) === '整改中',
    );
    expect(story.dispatches).toBe(1);
    expect(await detailsOf(story)).toContain('太原市小店区 · 燃气');
    await keep('continued-1', handleOf(story, first));
    await keep('continued-2', handleOf(story, second.runId));
  });
});
