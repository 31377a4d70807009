import type pg from 'pg';
import type { Benchmark, BenchOptions, Bounded, Outcome } from '../benchmark.ts';
import { writeClocks } from '../clocks/clock-rows.ts';
import { storedRules } from '../clocks/rules.ts';
import type { Measured } from '../harness/comparison.ts';
import { withDatabase } from '../harness/database.ts';
import { spreadOf } from '../harness/spread.ts';
import { emptyTopic } from '../harness/topic.ts';
import { businessNow, type BenchStack, databaseUrl, pauseParts, resumeAll } from '../stack.ts';
import { withDaysOff } from './calendars.ts';
import { explain } from './explain.ts';
import { openClocks } from './open-clocks.ts';
import { CLOCKS, Runs } from './runs.ts';

const others = [
  ...(['registration', 'handover', 'workflow-worker'] as const),
  ...(['notification', 'disclosure', 'assessment'] as const),
];
const tables = 'supervision.clock, supervision.clock_change, supervision.clock_rung';

/** A changed calendar: all open clocks of one owner are computed again, at once. */
export const reproject: Benchmark = {
  name: 'reproject',
  heading: 'Re-projection',
  explain,
  async run(stack, options) {
    // No hazard has these clocks: who hears of them would ask for theirs.
    pauseParts(stack, others);
    try {
      return await withDatabase(databaseUrl(stack), (client) => measured(stack, client, options));
    } finally {
      await emptyTopic(stack.addresses.kafka, 'supervision');
      resumeAll();
    }
  },
};

async function measured(stack: BenchStack, client: pg.Client, { pairs }: BenchOptions): Promise<Outcome> {
  const rules = await storedRules(client, businessNow(stack));
  await client.query(`TRUNCATE ${tables}`);
  await writeClocks(client, 'supervision', openClocks(CLOCKS, rules));
  const runs = new Runs(stack, client);
  for (let n = 0; n < pairs; n += 1) {
    // Calendars change months apart: what one run leaves has long been cleared away by the next.
    await client.query(`VACUUM (ANALYZE) ${tables}`);
    await runs.once(n % 2 === 0 ? withDaysOff(rules.year, rules.now) : rules.year);
  }
  const { preview, apply, telling } = runs.measured();
  return {
    bounds: [secondsOf(preview, 3), secondsOf(apply, 10)],
    further: [preview, apply, telling],
  };
}

function secondsOf({ name, samples }: Measured, most: number): Bounded {
  const spread = spreadOf(samples.map(({ seconds }) => seconds));
  const bound = { value: spread.median, spread, aim: most, gate: most, unit: 's' };
  return { title: `${name} of ${CLOCKS} open clocks`, ...bound };
}
