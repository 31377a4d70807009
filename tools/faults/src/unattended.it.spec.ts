import type { NotificationReply, Rung, RungName } from '@bihuan/contracts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registeredIn } from './product/hazard.ts';
import { handedOver, untilPicture, viewOf } from './product/picture.ts';
import { Product } from './product/product.ts';
import { quickCampaign } from './product/quick-campaign.ts';
import { loopParts } from './product/settings.ts';

const ladder: Rung[] = [
  { rung: 'reminder', before: { seconds: 3 } },
  { rung: 'overdue' },
  { rung: 'leader', after: { seconds: 3 } },
  { rung: 'interview', after: { seconds: 6 } },
];
const rungs: readonly RungName[] = ['reminder', 'overdue', 'leader', 'interview'];

const handlers = (org: string) => [`${org} handler`];
const everybody = (org: string) => [...handlers(org), `${org} leader`];
const office = everybody('SX-OFFICE');
const viceGovernor = 'SX-GOV viceGovernor vice-governor.construction-transport';
const governor = 'SX-GOV governor governor';
/** Several lead the city's government: each is told by name. */
const doubleLeaders = ['taiyuan.leader', 'taiyuan.party-leader'].map((one) => `GOV-140100 leader ${one}`);

const city = [...handlers('GOV-140100'), ...doubleLeaders];

/** Who is told of each rung of each track: those of the rung below, and somebody higher. */
const told: Readonly<Record<string, readonly string[]>> = {
  'territorial reminder': handlers('GOV-140100'),
  'territorial overdue': [...city, ...office],
  'territorial leader': [...city, ...office, viceGovernor],
  'territorial interview': [...city, ...office, viceGovernor, governor],
  'industry reminder': handlers('SX-ZJT'),
  'industry overdue': [...everybody('SX-ZJT'), ...office, viceGovernor],
  'industry leader': [...everybody('SX-ZJT'), ...office, viceGovernor, ...doubleLeaders],
  'industry interview': [...everybody('SX-ZJT'), ...office, viceGovernor, ...doubleLeaders, governor],
};

describe('a hazard that nobody touches', () => {
  let product: Product;
  let hazardNo: string;

  beforeAll(async () => {
    product = await Product.start({}, [...loopParts, 'notification']);
    const leader = await product.as('office.leader');
    await leader.post('/campaigns', quickCampaign('QUIET', 8, ladder));
    ({ hazardNo } = await registeredIn(await product.as('zjt.handler'), 'QUIET'));
  }, 180_000);
  afterAll(() => product.stop(), 60_000);

  it('climbs to the interview on both tracks, each rung once and with one fact', async () => {
    const whole = rungs.map((rung) => ({ rung, taken: 2, facts: 2 }));
    const all = (found: Awaited<ReturnType<typeof rungsTaken>>) =>
      found.reduce((sum, { taken }) => sum + taken, 0) === 2 * rungs.length;
    expect(await eventually(rungsTaken, all, 60_000)).toEqual(whole);
    await untilPicture(product, hazardNo, handedOver);
  }, 90_000);

  it('and every recipient has the message of every rung, once', async () => {
    const found = await eventually(
      messages,
      (found) => Object.values(found).flat().length === Object.values(told).flat().length,
      30_000,
    );
    expect(found).toEqual(sorted(told));
  }, 60_000);

  it.each([
    ['taiyuan.handler', ['interview', 'leader', 'overdue', 'reminder']],
    ['taiyuan.leader', ['interview', 'interview', 'leader', 'leader', 'overdue']],
    ['zjt.handler', ['interview', 'leader', 'overdue', 'reminder']],
    ['office.leader', ['interview', 'interview', 'leader', 'leader', 'overdue', 'overdue']],
    ['governor', ['interview', 'interview']],
    ['datong.leader', []],
  ])('%s reads of %j', async (login, kinds) => {
    const api = await product.as(login);
    const { items } = await api.get<{ items: NotificationReply[] }>(
      `/notifications?hazardNo=${hazardNo}&limit=100`,
    );
    const read = items.map(({ kind }) => kind).filter((kind) => kind.startsWith('clock.'));
    expect(read.sort()).toEqual(kinds.map((rung) => `clock.${rung}`));
  });

  it('stays where it was: no state is jumped and no other clock has a rung behind it', async () => {
    expect(await viewOf(product, hazardNo)).toMatchObject({
      state: 'handedOver',
      overdue: true,
      openClocks: 3,
    });
    expect(await product.rows('supervision', 'SELECT * FROM clock_rung')).toEqual([]);
    expect(await rungsTaken()).toHaveLength(rungs.length);
  });

  /** Of the two acknowledgements together. */
  function rungsTaken(): Promise<{ rung: string; taken: number; facts: number }[]> {
    return product.rows(
      'handover',
      `SELECT rung, count(*)::int AS taken, (SELECT count(*)::int FROM outbox WHERE type = 'clock.rungTaken'
          AND envelope->'data'->>'rung' = clock_rung.rung) AS facts
       FROM clock_rung WHERE taken GROUP BY rung ORDER BY min(decided_at)`,
    );
  }

  async function messages(): Promise<Record<string, string[]>> {
    const rows = await product.rows<{ rung: string; recipient: string }>(
      'notification',
      `SELECT CASE params->>'orgCode' WHEN 'SX-ZJT' THEN 'industry ' ELSE 'territorial ' END
          || split_part(kind, '.', 2) AS rung, concat_ws(' ', org_code, role, person) AS recipient
       FROM notification WHERE hazard_no = $1 AND kind LIKE 'clock.%'`,
      [hazardNo],
    );
    const byRung = Map.groupBy(rows, ({ rung }) => rung);
    return sorted(
      Object.fromEntries([...byRung].map(([rung, of]) => [rung, of.map(({ recipient }) => recipient)])),
    );
  }
});

function sorted(lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list].sort()]));
}
