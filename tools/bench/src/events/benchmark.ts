import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@bihuan/api-client';
import type { Benchmark, Bounded } from '../benchmark.ts';
import { withDatabase } from '../harness/database.ts';
import { withTemporal } from '../harness/temporal.ts';
import { Eyes } from '../loops/eyes.ts';
import { countHistory, eventsAllowed, type HistoryCount } from '../loops/histories.ts';
import { People } from '../loops/people.ts';
import { goRound, type Pace } from '../loops/round.ts';
import { Services } from '../loops/services.ts';
import { gasStation } from '../registration/hazards.ts';
import { type BenchStack, databaseUrl } from '../stack.ts';
import { explain } from './explain.ts';
import { quickCampaign, RUNGS } from './quick-campaign.ts';

const ALLOWED_BYTES = 16 * 1024;
/** The gate lies thirty per cent above the aim. */
const GATE = 1.3;
const STILL_MS = 1_000;
const STEP_SECONDS = 60;
const TAIYUAN = '140105';

/** M5: what a loop leaves in Temporal's store, against what its activities, signals, attributes and fired clocks come to. */
export const events: Benchmark = {
  name: 'events',
  heading: 'M5 Events per loop',
  explain,
  run: (stack) =>
    withTemporal(stack, async (temporal) => {
      const services = new Services(stack.urls, new People(stack.internalTokenPrivateJwk));
      const eyes = await Eyes.open(databaseUrl(stack), temporal);
      const watching = eyes.watch();
      const lived = (hazardNo: string) => untilStill(() => countHistory(temporal, hazardNo));
      const climbed = (hazardNo: string) => untilClimbed(() => countHistory(temporal, hazardNo));
      const life = async (campaignCode: string, pace: Pace): Promise<HistoryCount> => {
        const place = { code: TAIYUAN, address: '平阳路 1 号' };
        const hazardNo = await goRound(services, eyes, { ...gasStation(1), campaignCode, place }, pace);
        return lived(hazardNo);
      };
      const plain = await life('SX2023', { between: lived });
      const quick = await quickCampaignKnown(stack, services);
      const overdue = await life(quick, { between: lived, beforeCity: climbed });
      eyes.close();
      await watching;
      services.close();
      return { bounds: [...boundsOf('plain', plain), ...boundsOf('overdue', overdue)] };
    }),
};

/** Waits until the history grows no more: the next step of a hazard comes long after the loop has taken the last. */
async function untilStill(count: () => Promise<HistoryCount>): Promise<HistoryCount> {
  for (let before = await count(); ;) {
    await pause(STILL_MS);
    const now = await count();
    if (now.events === before.events) return now;
    before = now;
  }
}

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
