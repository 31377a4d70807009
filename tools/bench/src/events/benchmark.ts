import { until } from '@bihuan/api-client';
import type { Benchmark, Bounded } from '../benchmark.ts';
import { withDatabase } from '../harness/database.ts';
import { withTemporal } from '../harness/temporal.ts';
import { countHistory, eventsAllowed, type HistoryCount } from '../loops/histories.ts';
import type { Services } from '../loops/services.ts';
import { Unhurried } from '../loops/unhurried.ts';
import { type BenchStack, databaseUrl } from '../stack.ts';
import { explain } from './explain.ts';
import { quickCampaign, RUNGS } from './quick-campaign.ts';

const ALLOWED_BYTES = 16 * 1024;
/** The gate lies thirty per cent above the aim. */
const GATE = 1.3;
const STEP_SECONDS = 60;

/** M5: what a loop leaves in Temporal's store, against what its activities, signals, attributes and fired clocks come to. */
export const events: Benchmark = {
  name: 'events',
  heading: 'M5 Events per loop',
  explain,
  run: (stack) =>
    withTemporal(stack, async (temporal) => {
      const unhurried = await Unhurried.begin(stack, temporal);
      const plain = await unhurried.life();
      const quick = await quickCampaignKnown(stack, unhurried.services);
      const climbed = (hazardNo: string) => untilClimbed(() => countHistory(temporal, hazardNo));
      const overdue = await unhurried.life(quick, { beforeCity: climbed });
      await unhurried.end();
      return { bounds: [...boundsOf('plain', plain), ...boundsOf('overdue', overdue)] };
    }),
};

/** Waits until a clock has fired for every rung of its ladder. */
async function untilClimbed(count: () => Promise<HistoryCount>): Promise<void> {
  await until('the ladder', STEP_SECONDS, async () => ((await count()).fired >= RUNGS ? true : undefined));
}

/** @returns the code of a campaign that all who need it have heard of */
async function quickCampaignKnown(stack: BenchStack, services: Services): Promise<string> {
  const code = `B${Date.now().toString(36).toUpperCase()}`;
  await services.post('campaign', '/campaigns', 'officeLeader', quickCampaign(code));
  await withDatabase(databaseUrl(stack), (client) =>
    until('the campaign everywhere', STEP_SECONDS, async () => {
      const { rows } = await client.query(
        ['registration', 'handover', 'supervision', 'notification']
          .map((schema) => `SELECT 1 FROM ${schema}.reference_item WHERE kind = 'campaign' AND code = $1`)
          .join(' UNION ALL '),
        [code],
      );
      return rows.length === 4 ? true : undefined;
    }),
  );
  return code;
}

function boundsOf(script: string, history: HistoryCount): Bounded[] {
  const { activities, signals, upserts, fired, events, bytes } = history;
  const what = `${activities} activities, ${signals} signals, ${upserts} upserts, ${fired} clocks fired`;
  const bound = (title: string, value: number, aim: number, unit: string): Bounded => ({
    ...{ title: `${script} loop: ${title}`, value, aim, unit },
    gate: aim * GATE,
  });
  return [
    bound(`events (${what})`, events, eventsAllowed(history), 'events'),
    bound('history', bytes, ALLOWED_BYTES, 'bytes'),
  ];
}
