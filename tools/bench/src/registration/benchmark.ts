import { readCredentials, tokenRequestOf, until } from '@bihuan/api-client';
import type pg from 'pg';
import type { Arm, Comparison, Measured, Sample } from '../harness/comparison.ts';
import { compare, measuredOf, perSecond } from '../harness/comparison.ts';
import { runChild } from '../harness/child.ts';
import { isSo, withDatabase } from '../harness/database.ts';
import { measure, processorTimes } from '../harness/processor-time.ts';
import { officeToken } from '../caller.ts';
import type { Benchmark, BenchOptions, Outcome } from '../benchmark.ts';
import { type BenchStack, databaseUrl, pauseParts, watchedIn } from '../stack.ts';
import type { BareLoad } from './bare-load.ts';
import { explain } from './explain.ts';
import type { ProductLoad } from './product-load.ts';
import { makeBareTables, takeRows, type WrittenRows } from './rows.ts';

const others = [
  'handover',
  'supervision',
  'workflow-worker',
  'notification',
  'disclosure',
  'assessment',
] as const;
const SETTLE_SECONDS = 120;
const WARM_UP = 2_000;
/** The gateway lets a caller send 6,000 requests a minute. */
const THROUGH_GATEWAY = 3_000;

let runs = 0;
const nextRun = () => `B${Date.now().toString(36)}${(runs += 1)}`;

/** M1: what all that a registration is costs, against nothing but its rows. */
export const registration: Benchmark = {
  name: 'registration',
  heading: 'M1 Registration',
  explain,
  async run(stack, options) {
    pauseParts(stack, others);
    return withDatabase(databaseUrl(stack), async (client) => {
      await makeBareTables(client);
      await productArm(stack, client, 32, WARM_UP).run();
      const written = await takeRows(client);
      const comparisons: Comparison[] = [];
      for (const [connections, target] of targets)
        comparisons.push(await at(stack, client, connections, target, written, options));
      return { comparisons, further: await throughGateway(stack, client) } satisfies Outcome;
    });
  },
};

const targets = [
  [32, { gate: 0.5, aim: 0.8 }],
  [128, { gate: 0.5, aim: 1.2 }],
] as const;

async function at(
  stack: BenchStack,
  client: pg.Client,
  connections: number,
  target: Comparison['target'],
  written: WrittenRows,
  { pairs, seconds }: BenchOptions,
): Promise<Comparison> {
  const bare = await bareArm(stack, connections, 1_000, written).run();
  const product = await productArm(stack, client, connections, 1_000).run();
  const faster = Math.max(perSecond(product), perSecond(bare));
  const operations = Math.ceil(faster * seconds);
  return compare(
    { title: `Registration, ${connections} connections`, unit: 'registrations', target },
    {
      product: productArm(stack, client, connections, operations),
      bare: bareArm(stack, connections, operations, written),
    },
    pairs,
  );
}

function productArm(stack: BenchStack, client: pg.Client, connections: number, operations: number): Arm {
  return {
    name: 'registration service',
    what: 'POST /hazards at the service with a token of the gateway and an Idempotency-Key each, over kept-alive connections',
    async run() {
      const token = await officeToken(stack);
      const load: ProductLoad = {
        ...{ url: stack.urls.registration, path: '/hazards', token, connections, operations },
        run: nextRun(),
      };
      return sampleOf(stack, load, client);
    },
  };
}

/** Whether relay, seal and status view have done what follows from the registrations. */
const settledSql = `NOT EXISTS (SELECT FROM registration.outbox WHERE sent_at IS NULL)
  AND NOT EXISTS (SELECT FROM registration.audit_entry WHERE chain_position IS NULL)
  AND (SELECT count(*) FROM registration.hazard_status) = (SELECT count(*) FROM registration.hazard)`;

async function sampleOf(stack: BenchStack, load: ProductLoad, client: pg.Client): Promise<Sample> {
  let settled = 0;
  const sample = await measure(
    watchedIn(stack, watchedParts),
    async () => {
      const { seconds, cpuMs, further } = await runChild(new URL('product-load.ts', import.meta.url), load);
      return { operations: load.operations, seconds, ownCpuMs: { client: cpuMs }, further };
    },
    async () => {
      const answered = performance.now();
      await until('what follows from registrations', SETTLE_SECONDS, async () =>
        (await isSo(client, settledSql)) ? true : undefined,
      );
      settled = (performance.now() - answered) / 1000;
      return processorTimes(watchedIn(stack, watchedParts));
    },
  );
  return { ...sample, further: { ...sample.further, 'settled after s': settled } };
}

function bareArm(stack: BenchStack, connections: number, operations: number, written: WrittenRows): Arm {
  return {
    name: 'bare rows',
    what: 'the same rows (hazard, audit, outbox, stored answer) by one prepared INSERT each and one COMMIT a registration, into tables like those of the product',
    run: () => {
      const load: BareLoad = {
        databaseUrl: databaseUrl(stack),
        connections,
        operations,
        written,
        run: nextRun(),
      };
      return measure(watchedIn(stack, watchedParts), async () => {
        const { seconds, cpuMs, further } = await runChild(new URL('bare-load.ts', import.meta.url), load);
        return { operations, seconds, ownCpuMs: { client: cpuMs }, further };
      });
    },
  };
}

const watchedParts = ['PostgreSQL', 'Kafka', 'registration', 'gateway'];

/** For information: the same through the door, as an outside client sees it. */
async function throughGateway(stack: BenchStack, client: pg.Client): Promise<Measured[]> {
  const credentials = await readCredentials(stack.demoAccountsFile);
  const response = await fetch(credentials.tokenUrl, {
    method: 'POST',
    body: tokenRequestOf(credentials, 'office.system'),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const arm = {
    name: 'through the gateway',
    what: 'POST /api/v1/hazards at the gateway with an access token, 32 kept-alive connections',
  };
  const load = { url: stack.urls.gateway, path: '/api/v1/hazards', token, connections: 32 };
  const sample = await sampleOf(stack, { ...load, operations: THROUGH_GATEWAY, run: nextRun() }, client);
  return [measuredOf(arm, [sample])];
}
