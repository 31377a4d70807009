import { withBundle } from '../harness/bare-worker.ts';
import type { Benchmark, BenchOptions, Outcome } from '../benchmark.ts';
import { storedRules } from '../clocks/rules.ts';
import { type Arm, compare, measuredOf } from '../harness/comparison.ts';
import { withDatabase } from '../harness/database.ts';
import { untilQuiet } from '../harness/quiet.ts';
import { withTemporal } from '../harness/temporal.ts';
import { businessNow, type BenchStack, databaseUrl, watchedIn } from '../stack.ts';
import { Bare } from './bare.ts';
import { explain } from './explain.ts';
import { Product, servers, services } from './product.ts';

/** Ten thousand take minutes, and so does gathering them: pairs are of fewer, and the product drains all of them once. */
const A_PAIR = 500;
const ALL = 10_000;
const TRIAL = 200;

/** M12: clocks that are due at one moment, against bare timers. */
export const ladder: Benchmark = {
  name: 'ladder',
  heading: 'M12 Ladder',
  explain,
  run: (stack, options) =>
    withBundle(new URL('bare.workflow.ts', import.meta.url), (codePath) =>
      withTemporal(stack, (temporal) =>
        withDatabase(databaseUrl(stack), async (client) => {
          const rules = await storedRules(client, businessNow(stack));
          const product = new Product(stack, client, temporal, rules);
          try {
            return await measured(stack, product, new Bare(stack, temporal, codePath), options);
          } finally {
            // The ledger knows nothing of these hazards.
            await client.query(`DELETE FROM registration.hazard_status s
              WHERE NOT EXISTS (SELECT FROM registration.hazard h WHERE h.hazard_no = s.hazard_no)`);
          }
        }),
      ),
    ),
};

async function measured(
  stack: BenchStack,
  product: Product,
  bare: Bare,
  { pairs }: BenchOptions,
): Promise<Outcome> {
  const arms = (clocks: number) => ({ product: productArm(product, clocks), bare: bareArm(bare, clocks) });
  const trial = arms(TRIAL);
  await trial.product.run();
  await trial.bare.run();
  const between = async () => {
    await untilQuiet(watchedIn(stack, [...servers, ...services]));
  };
  const about = { title: `${A_PAIR} clocks due at once`, unit: 'clocks', target: { gate: 0.5, aim: 0.8 } };
  const comparison = await compare(about, arms(A_PAIR), pairs, between);
  await between();
  const all = productArm(product, ALL);
  const further = [measuredOf({ ...all, name: `${all.name}, ${ALL} at once` }, [await all.run()])];
  const title = `clocks of ${product.clocks} without exactly one rung and one fact of it`;
  const bounds = [{ title, value: product.strays, aim: 0, gate: 0, unit: 'clocks' }];
  return { comparisons: [comparison], bounds, further };
}

function productArm(product: Product, clocks: number): Arm {
  return {
    name: 'loops of hazards',
    what: 'a run of the loop each, of a hazard in rectification whose clock is a row of supervision: the timer fires, supervision decides the clock and takes the rung "overdue" (rung, clock, audit and outbox in one transaction), the loop sets its next timer; the time runs from the due to the last rung; relay, messages to offices and projections go on meanwhile; all services run',
    run: () => product.run(clocks),
  };
}

function bareArm(bare: Bare, clocks: number): Arm {
  return {
    name: 'bare timers',
    what: 'a workflow each with a timer and one activity that does nothing, on the same server and the same kind of worker; the time runs from the due to the last activity; the services are paused',
    run: () => bare.run(clocks),
  };
}
