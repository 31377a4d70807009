import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Benchmark, BenchOptions, Outcome } from '../benchmark.ts';
import { runChild } from '../harness/child.ts';
import { type Arm, compare } from '../harness/comparison.ts';
import { withDatabase } from '../harness/database.ts';
import { growthDuring, residentMb } from '../harness/memory.ts';
import { measure } from '../harness/processor-time.ts';
import { type BenchStack, databaseUrl, pauseParts, processOf, watchedIn } from '../stack.ts';
import type { BareCopy } from './bare-copy.ts';
import { bringLedger } from './bring.ts';
import { explain } from './explain.ts';
import { type LedgerFile, writeLedger } from './ledger-file.ts';

const TABLE = 'registration.general_hazard';
const BARE_TABLE = 'bench.general_hazard';
const watchedParts = ['PostgreSQL', 'registration'];
const GROWTH = 'RSS growth MiB';
const MOST_GROWTH_MB = 64;

/** M2: a ledger brought as a file, against COPY of the rows that it comes to. */
export const importing: Benchmark = {
  name: 'import',
  heading: 'M2 Import',
  explain,
  async run(stack, options) {
    pauseParts(stack, [
      'handover',
      'supervision',
      'workflow-worker',
      'notification',
      'disclosure',
      'assessment',
    ]);
    const directory = await mkdtemp(join(tmpdir(), 'bihuan-ledger-'));
    try {
      return await withDatabase(databaseUrl(stack), (client) => measured(stack, client, directory, options));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function measured(
  stack: BenchStack,
  client: pg.Client,
  directory: string,
  { pairs, rows }: BenchOptions,
): Promise<Outcome> {
  const ledger = await writeLedger(join(directory, 'ledger.csv'), rows);
  const copied = join(directory, 'rows.copy');
  await client.query('CREATE SCHEMA IF NOT EXISTS bench');
  await client.query(`CREATE TABLE IF NOT EXISTS ${BARE_TABLE} (LIKE ${TABLE} INCLUDING ALL)`);
  const { pid } = processOf(stack, 'registration');
  const atRest = residentMb(pid);
  const first = await growthDuring(pid, atRest, () => bringLedger(stack, ledger.path));
  await pipeline(client.query(to(`COPY ${TABLE} TO STDOUT`)), createWriteStream(copied));
  const arms = { product: productArm(stack, client, ledger, atRest), bare: bareArm(stack, copied, ledger) };
  const about = { title: `Import, ${rows} rows`, unit: 'rows', target: { gate: 0.4, aim: 0.65 } };
  const comparison = await compare(about, arms, pairs, async () => {
    await client.query(`TRUNCATE ${TABLE}, ${BARE_TABLE}`);
  });
  const growth = Math.max(first, comparison.product.further[GROWTH]?.max ?? NaN);
  const bound = { title: 'growth of the registration process since it began', value: growth, unit: 'MiB' };
  return { comparisons: [comparison], bounds: [{ ...bound, aim: MOST_GROWTH_MB, gate: MOST_GROWTH_MB }] };
}

function productArm(stack: BenchStack, client: pg.Client, { path, good }: LedgerFile, atRest: number): Arm {
  const { pid } = processOf(stack, 'registration');
  return {
    name: 'import',
    what: 'POST /hazards/imports at the service (general hazards, CSV, 1% bad and 1% duplicate rows, the good ones accepted), until its state is completed: rows checked one by one, errors kept by row and column',
    run: () =>
      measure(watchedIn(stack, watchedParts), async () => {
        const begun = performance.now();
        const growth = await growthDuring(pid, atRest, () => bringLedger(stack, path));
        const seconds = (performance.now() - begun) / 1000;
        await untilAllThere(client, good);
        return { operations: good, seconds, ownCpuMs: {}, further: { [GROWTH]: growth } };
      }),
  };
}

async function untilAllThere(client: pg.Client, good: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${TABLE}`);
  if (rows[0]?.n !== good) throw new Error(`${String(rows[0]?.n)} of ${good} good rows are in the ledger`);
}

function bareArm(stack: BenchStack, file: string, { good }: LedgerFile): Arm {
  const job: BareCopy = { databaseUrl: databaseUrl(stack), table: BARE_TABLE, file };
  return {
    name: 'bare COPY',
    what: 'COPY of the good rows, as the import left them, into a table with the same columns and indexes',
    run: () =>
      measure(watchedIn(stack, watchedParts), async () => {
        const { seconds, cpuMs } = await runChild(new URL('bare-copy.ts', import.meta.url), job);
        return { operations: good, seconds, ownCpuMs: { client: cpuMs } };
      }),
  };
}
