import type { Client } from '@temporalio/client';
import type { Benchmark, BenchOptions, Outcome } from '../benchmark.ts';
import { withBundle } from '../harness/bare-worker.ts';
import { runChild } from '../harness/child.ts';
import { type Arm, compare, measuredOf, perSecond, type Sample } from '../harness/comparison.ts';
import { withDatabase } from '../harness/database.ts';
import { measure } from '../harness/processor-time.ts';
import { untilQuiet } from '../harness/quiet.ts';
import { spreadOf } from '../harness/spread.ts';
import { withTemporal } from '../harness/temporal.ts';
import { type BenchStack, databaseUrl, pauseParts, resumeAll, watchedIn } from '../stack.ts';
import type { BareLoopLoad } from './bare-load.ts';
import { explain } from './explain.ts';
import { Unhurried } from './unhurried.ts';
import { countHistory, type HistoryCount } from './histories.ts';
import type { LoopLoad } from './product-load.ts';

const IN_FLIGHT = 24;
const SAMPLED = 16;
const taskQueue = 'bench';
const services = [
  ...(['registration', 'handover', 'supervision', 'workflow-worker'] as const),
  ...(['notification', 'disclosure', 'assessment'] as const),
];
const servers = ['PostgreSQL', 'Kafka', 'Temporal Server'];
const watchedParts = [...servers, ...services];

interface Scene {
  readonly stack: BenchStack;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly client: Client;
  /** The bundle of the bare workflow. */
  readonly codePath: string;
}

/** M3: whole loops, against workflows that do nothing but be woken as often. */
export const loops: Benchmark = {
  name: 'loops',
  heading: 'M3 Loops',
  explain,
  async run(stack, options) {
    const temporal = { address: stack.addresses.temporal, namespace: stack.namespace };
    return withBundle(new URL('bare.workflow.ts', import.meta.url), (codePath) =>
      withTemporal(stack, (client) => measured({ stack, temporal, client, codePath }, options)),
    );
  },
};

async function measured(scene: Scene, { pairs, seconds }: BenchOptions): Promise<Outcome> {
  const unhurried = await Unhurried.begin(scene.stack, scene.client);
  const like = await unhurried.life();
  await unhurried.end();
  const trial = await productArm(scene, IN_FLIGHT).run();
  const bare = await bareArm(scene, IN_FLIGHT, like).run();
  // Both arms do the same number: as many as the faster does in the time that is wanted, in full flights.
  const wanted = Math.max(perSecond(trial), perSecond(bare)) * seconds;
  const number = Math.max(1, Math.round(wanted / IN_FLIGHT)) * IN_FLIGHT;
  const about = { title: `Loops, ${IN_FLIGHT} at a time`, unit: 'loops', target: { gate: 0.3, aim: 0.6 } };
  const arms = { product: productArm(scene, number), bare: bareArm(scene, number, like) };
  const comparison = await compare(about, arms, pairs);
  const fewer = bareArm(scene, number, await typicalHistory(scene));
  return { comparisons: [comparison], further: [measuredOf(fewer, [await fewer.run()])] };
}

function productArm({ stack, temporal, client }: Scene, number: number): Arm {
  const { urls, internalTokenPrivateJwk } = stack;
  const watched = watchedIn(stack, watchedParts);
  const load: LoopLoad = {
    ...{ urls, internalTokenPrivateJwk, temporal, databaseUrl: databaseUrl(stack) },
    ...{ loops: number, inFlight: IN_FLIGHT },
  };
  return {
    name: 'whole loops',
    what: `registered, acknowledged by both, planned, progress reported, completed, applied for, accepted and struck off by the services' API with the gateway's tokens, ${IN_FLIGHT} hazards on their way at a time, until each run shows that it is struck off; all services run`,
    run: () =>
      measure(
        watched,
        async () => {
          const { seconds, cpuMs } = await runChild(new URL('product-load.ts', import.meta.url), load);
          const further = figuresOf(await newestHistories({ stack, client }));
          return { operations: number, seconds, ownCpuMs: { client: cpuMs }, further };
        },
        () => untilQuiet(watched),
      ),
  };
}

/** The services are paused meanwhile: what they do while they wait is not the bare workflow's. */
function bareArm(scene: Scene, number: number, like: HistoryCount): Arm {
  const { stack } = scene;
  const { signals, timers } = like;
  return {
    name: `bare workflow, ${signals} signals`,
    what: `a workflow with one activity, ${signals} signals and ${timers} timers, on the same server and the same kind of worker, started and signalled one by one by a client in the worker's process, ${IN_FLIGHT} at a time; the services are paused`,
    async run() {
      pauseParts(stack, services);
      try {
        return await bareRun(scene, number, like);
      } finally {
        resumeAll();
        await untilQuiet(watchedIn(stack, watchedParts));
      }
    },
  };
}

function bareRun(
  { stack, temporal, client, codePath }: Scene,
  number: number,
  { signals, timers }: HistoryCount,
): Promise<Sample> {
  const watched = watchedIn(stack, servers);
  return measure(
    watched,
    async () => {
      const run = `bare-${Date.now()}`;
      const load: BareLoopLoad = {
        ...{ temporal, taskQueue, codePath, loops: number, inFlight: IN_FLIGHT, signals, timers, run },
      };
      const { seconds, cpuMs } = await runChild(new URL('bare-load.ts', import.meta.url), load);
      const ids = Array.from({ length: Math.min(SAMPLED, number) }, (_, n) => `${run}-${n}`);
      const further = figuresOf(await Promise.all(ids.map((id) => countHistory(client, id))));
      return { operations: number, seconds, ownCpuMs: { 'client and worker': cpuMs }, further };
    },
    () => untilQuiet(watched),
  );
}

/** What the loops of the last run had. */
function newestHistories({ stack, client }: Pick<Scene, 'stack' | 'client'>): Promise<HistoryCount[]> {
  return withDatabase(databaseUrl(stack), async (database) => {
    const { rows } = await database.query<{ no: string }>(
      `SELECT hazard_no AS no FROM registration.hazard ORDER BY registered_at DESC LIMIT ${SAMPLED}`,
    );
    return Promise.all(rows.map(({ no }) => countHistory(client, no)));
  });
}

async function typicalHistory(scene: Scene): Promise<HistoryCount> {
  const histories = await newestHistories(scene);
  const median = (pick: (history: HistoryCount) => number) =>
    Math.round(spreadOf(histories.map(pick)).median);
  const [first] = histories;
  if (!first) throw new Error('No loop has run');
  return { ...first, signals: median(({ signals }) => signals), timers: median(({ timers }) => timers) };
}

function figuresOf(histories: readonly HistoryCount[]): Record<string, number> {
  const median = (pick: (history: HistoryCount) => number) => spreadOf(histories.map(pick)).median;
  return {
    events: median(({ events }) => events),
    signals: median(({ signals }) => signals),
    timers: median(({ timers }) => timers),
  };
}
