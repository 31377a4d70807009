import { fileURLToPath } from 'node:url';
import {
  factsSignal,
  obligationIdOf,
  type ObligationSignalArgs,
  obligationType,
  taskQueues,
} from '@bihuan/contracts';
import {
  eventually,
  ObligationStory,
  type RunningWorkers,
  shanghai,
  sharedWorkflowBundle,
  startWorkers,
  timeSkippingServer,
} from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CarriedObligation, ObligationOutcome } from './obligation-run.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const start = shanghai('11-01T00:00');
const due = shanghai('11-03T18:00');
const stories = new Map<string, ObligationStory>();
let server: TestWorkflowEnvironment;
let workers: RunningWorkers;
const offsets = new Map<string, number>();

beforeAll(async () => {
  const bundle = await sharedWorkflowBundle({
    workflowsPath: path('./obligation.workflow.ts'),
    interceptorModules: [path('../../hazard-loop/src/interceptors.ts')],
  });
  server = await timeSkippingServer();
  const { nativeConnection: connection, namespace = 'default' } = server;
  const decideClock = async (clockId: string) => stories.get(clockId)?.decide(await now(clockId));
  workers = await startWorkers({ connection, namespace }, { disclosure: { decideClock } }, bundle);
}, 120_000);
afterAll(async () => {
  await workers.stop();
  await server.teardown();
});

const now = async (clockId: string) => new Date((await server.currentTimeMs()) + (offsets.get(clockId) ?? 0));

/** @param heardAt when the workflow hears of the clock; at its start, if left out */
async function begun(name: string, carried: CarriedObligation = {}, heardAt = start) {
  const clockId = `disclosure.monthlyEdition.${name}`;
  const story = new ObligationStory(clockId, start, due);
  stories.set(clockId, story);
  offsets.set(clockId, start.getTime() - (await server.currentTimeMs()));
  const hear = (...facts: ObligationSignalArgs[0]): Promise<WorkflowHandle> =>
    server.client.workflow.signalWithStart(obligationType, {
      workflowId: obligationIdOf(clockId),
      taskQueue: taskQueues.workflows,
      args: [{ clockId, businessOffsetMs: offsets.get(clockId) ?? 0 }, carried],
      signal: factsSignal,
      signalArgs: [facts] satisfies ObligationSignalArgs,
    });
  const until = async (moment: Date) => {
    await server.sleep(Math.max(0, moment.getTime() - (await now(clockId)).getTime()));
  };
  const opened = story.opened(start);
  await until(heardAt);
  const handle = await hear(opened);
  const rungs = (count: number) =>
    eventually(
      () => story.taken.map(({ rung }) => rung),
      ({ length }) => length >= count,
    );
  return { clockId, story, hear, handle, until, rungs, now: () => now(clockId) };
}

const detailsOf = async (handle: WorkflowHandle): Promise<string> =>
  (await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata')).currentDetails;

describe('an obligation', () => {
  it('climbs its ladder at its times while nobody answers, and ends when the clock has', async () => {
    const it = await begun('climbs');
    await it.until(shanghai('11-03T13:59'));
    expect(it.story.taken).toEqual([]);
    await it.until(shanghai('11-03T14:01'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.until(shanghai('11-03T18:01'));
    expect(await it.rungs(2)).toEqual(['reminder', 'overdue']);
    const details = await eventually(
      () => detailsOf(it.handle),
      (text) => text.includes('逾期'),
    );
    expect(details).toContain('发布2023年10月信息公开');
    expect(details).toContain('省专项行动领导组办公室');
    await it.until(shanghai('11-30T00:00'));
    expect(await it.rungs(4)).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    await it.hear(it.story.met(await it.now()));
    const outcome = (await it.handle.result()) as ObligationOutcome;
    expect(outcome).toEqual({ clockId: it.clockId, ended: true, late: true });
  });

  it('asks nobody when it is met in time, and hears facts in any order', async () => {
    const it = await begun('in-time');
    const opened = it.story.opened(start);
    await it.hear(it.story.met(await it.now()), opened);
    expect(await it.handle.result()).toMatchObject({ late: false });
    expect(it.story.asked).toBe(0);
  });

  it('an answer a moment earlier wins, though it was not heard of', async () => {
    const it = await begun('earlier');
    await it.until(shanghai('11-03T13:59'));
    it.story.met(await it.now());
    expect(await it.handle.result()).toMatchObject({ ended: true });
    expect(it.story.taken).toEqual([]);
  });

  it('sets its timer anew when the clock is moved', async () => {
    const it = await begun('moved');
    await it.hear(it.story.moved(await it.now(), shanghai('11-02T18:00')));
    await it.until(shanghai('11-02T14:01'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.hear(it.story.met(await it.now()));
    await it.handle.result();
  });

  it('asks an owner that is away again and again, and shows it', async () => {
    const it = await begun('away');
    it.story.away = true;
    await it.until(shanghai('11-03T14:20'));
    const details = await eventually(
      () => detailsOf(it.handle),
      (text) => text.includes('未答复'),
    );
    expect(details).toContain('⚠');
    it.story.away = false;
    await it.until(shanghai('11-03T14:30'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.hear(it.story.met(await it.now()));
    expect(await it.handle.result()).toMatchObject({ late: false });
  });

  it('continues as new when its history grows long, and loses nothing', async () => {
    const it = await begun('long', { historyLimit: 12 });
    const { runId: first } = await it.handle.describe();
    await it.until(shanghai('11-03T18:01'));
    expect(await it.rungs(2)).toEqual(['reminder', 'overdue']);
    await eventually(
      async () => (await it.handle.describe()).runId,
      (runId) => runId !== first,
    );
    await it.until(shanghai('11-30T00:00'));
    expect(await it.rungs(4)).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    await it.hear(it.story.met(await it.now()));
    const handle = server.client.workflow.getHandle(obligationIdOf(it.clockId));
    expect(await handle.result()).toMatchObject({ ended: true, late: true });
  });

  it('that stands still is not asked about, and goes on with its new date', async () => {
    const it = await begun('paused');
    await it.hear(it.story.paused(await it.now()));
    await it.until(shanghai('11-10T09:00'));
    expect(it.story.asked).toBe(0);
    await it.hear(it.story.resumed(await it.now(), shanghai('11-14T18:00')));
    await it.until(shanghai('11-14T13:59'));
    expect(it.story.asked).toBe(0);
    await it.until(shanghai('11-14T18:01'));
    expect(await it.rungs(2)).toEqual(['reminder', 'overdue']);
    await it.hear(it.story.met(await it.now()));
    expect(await it.handle.result()).toMatchObject({ late: true });
    expect(it.story.asked).toBe(2);
  });

  it('whose timer was faster than the pause is answered "paused", and waits for the fact', async () => {
    const it = await begun('raced');
    const paused = it.story.paused(await it.now());
    await it.until(shanghai('11-10T09:00'));
    expect(it.story.asked).toBe(1);
    await it.hear(it.story.resumed(await it.now(), shanghai('11-14T18:00')), paused);
    await it.until(shanghai('11-14T14:01'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.hear(it.story.met(await it.now()));
    expect(await it.handle.result()).toMatchObject({ late: false });
    expect(it.story.asked).toBe(2);
  });

  it('that was moved later, unheard, is asked about at its old time and sleeps on', async () => {
    const it = await begun('unhurried');
    it.story.moved(await it.now(), shanghai('11-07T18:00'));
    await it.until(shanghai('11-07T13:59'));
    expect([it.story.asked, it.story.taken]).toEqual([1, []]);
    await it.until(shanghai('11-07T14:01'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.hear(it.story.met(await it.now()));
    await it.handle.result();
  });

  it('heard of ten days late takes the earliest missed rung, and the later ones keep their spacing', async () => {
    const it = await begun('outage', {}, shanghai('11-13T09:00'));
    expect(await it.rungs(1)).toEqual(['overdue']);
    await it.until(shanghai('11-16T08:59'));
    expect(it.story.taken).toHaveLength(1);
    await it.until(shanghai('11-22T09:05'));
    expect(await it.rungs(3)).toEqual(['overdue', 'leader', 'interview']);
    expect(it.story.asked).toBe(3);
    await it.hear(it.story.met(await it.now()));
    await it.handle.result();
  });

  it('continues as new while it stands still and while its owner is silent', async () => {
    const it = await begun('long-paused', { historyLimit: 14 });
    const latest = server.client.workflow.getHandle(obligationIdOf(it.clockId));
    const runId = async () => (await latest.describe()).runId;
    const continued = (from: string) => eventually(runId, (now) => now !== from);
    const first = await runId();
    for (let times = 0; times < 12; times += 1) await it.hear(it.story.paused(await it.now()));
    await continued(first);
    await it.until(shanghai('11-10T09:00'));
    expect(it.story.asked).toBe(0);
    await it.hear(it.story.resumed(await it.now(), shanghai('11-14T18:00')));
    const running = await runId();
    it.story.away = true;
    await it.until(shanghai('11-14T14:30'));
    await continued(running);
    expect(it.story.taken).toEqual([]);
    it.story.away = false;
    await it.until(shanghai('11-14T14:40'));
    expect(await it.rungs(1)).toEqual(['reminder']);
    await it.hear(it.story.met(await it.now()));
    expect(await latest.result()).toMatchObject({ ended: true, late: false });
  });
});
