import type { HandoverReply, HazardDetail, RegisteredReply } from '@bihuan/contracts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gasStation, registeredIn } from './product/hazard.ts';
import { handedOver, untilPicture, viewOf } from './product/picture.ts';
import { Product } from './product/product.ts';
import { quickCampaign } from './product/quick-campaign.ts';
import { reconcile } from './product/reconcile.ts';
import { loopParts } from './product/settings.ts';

let product: Product;

beforeAll(async () => {
  // Reconcile asks every owner that emits facts of a hazard.
  product = await Product.start({ handover: { watchdog: { unheardAfterMs: 2_000, watchEveryMs: 500 } } }, [
    ...loopParts,
    'disclosure',
    'assessment',
  ]);
}, 120_000);
afterAll(() => product.stop(), 60_000);

/** The clocks of a hazard as the owners keep them. */
async function clockRows(hazardNo: string): Promise<unknown[]> {
  const sql =
    'SELECT id, version, state, due, wake_at, overdue_at FROM clock WHERE hazard_no = $1 ORDER BY id';
  const owners = ['handover', 'supervision'] as const;
  return (await Promise.all(owners.map((owner) => product.rows(owner, sql, [hazardNo])))).flat();
}

describe('a loop that was terminated by hand', () => {
  it('comes back by reconcile with the same state and the same clocks, and only it', async () => {
    const zjt = await product.as('zjt.handler');
    const [{ hazardNo }, other] = await Promise.all([
      zjt.post<RegisteredReply>('/hazards', gasStation()),
      zjt.post<RegisteredReply>('/hazards', gasStation({ description: '另一项，其闭环照常运行' })),
    ]);
    for (const no of [hazardNo, other.hazardNo]) await untilPicture(product, no, handedOver);
    const { items } = await zjt.get<{ items: HandoverReply[] }>(
      `/handovers?hazardNo=${hazardNo}&track=industry`,
    );
    await zjt.post(`/handovers/${items[0]!.handoverId}/acknowledge`, {
      responsiblePerson: { name: '燃气处负责人' },
      leader: { name: '分管厅领导' },
    });
    await untilPicture(product, hazardNo, handedOver);
    const [view, clocks] = [await viewOf(product, hazardNo), await clockRows(hazardNo)];

    await product.servers.temporal.client.workflow.getHandle(hazardNo).terminate('by hand');
    const first = await reconcile(product);
    await untilPicture(product, hazardNo, { ...handedOver, runs: 2 });

    expect(first.output).toContain(`${hazardNo} 闭环已恢复`);
    expect(first.output).not.toContain(other.hazardNo);
    expect(first.code).toBe(0);
    expect(await viewOf(product, hazardNo)).toEqual(view);
    expect(await clockRows(hazardNo)).toEqual(clocks);

    const second = await reconcile(product);
    expect([second.code, second.output]).toEqual([
      0,
      expect.stringContaining('2 unfinished hazards, 0 without'),
    ]);
  }, 120_000);

  it('and every owner has on its audit trail who had the facts published again', async () => {
    const sql = `SELECT actor->>'person' AS person, count(*)::int AS n FROM audit_entry
      WHERE action = 'operations.reEmit' GROUP BY 1`;
    for (const owner of ['registration', 'handover', 'supervision'] as const)
      expect(await product.rows(owner, sql)).toEqual([{ person: 'operations.system', n: 1 }]);
  });

  it('reconcile says so and fails while the product does not answer', async () => {
    const away = {
      ...product.surroundings,
      urls: { ...product.surroundings.urls, gateway: 'http://127.0.0.1:9' },
    };
    const { code, output } = await reconcile({ servers: product.servers, surroundings: away });
    expect([code, output]).toEqual([1, expect.stringContaining('fetch failed')]);
  }, 30_000);
});

describe('a clock whose message was deleted', () => {
  /** Deletes the messages of new acknowledge clocks in the moment in which they are written. */
  const deleting = [
    `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    `CREATE TRIGGER swallow BEFORE INSERT ON outbox FOR EACH ROW
       WHEN (NEW.type = 'clock.opened' AND NEW.envelope->'data'->>'kind' = 'acknowledge')
       EXECUTE FUNCTION swallow()`,
  ];

  it('is noticed by the watchdog, told again, and fires once', async () => {
    const office = await product.as('office.leader');
    await office.post('/campaigns', quickCampaign('QUICK', 4));
    for (const statement of deleting) await product.rows('handover', statement);
    const zjt = await product.as('zjt.handler');
    const { hazardNo } = await registeredIn(zjt, 'QUICK');
    const told = { ...handedOver, sameClocks: false };
    await untilPicture(product, hazardNo, told);
    expect((await viewOf(product, hazardNo))?.openClocks).toBe(1);

    await product.rows('handover', 'DROP TRIGGER swallow ON outbox');

    await untilPicture(product, hazardNo, handedOver);
    const rungs = await eventually(
      () => rungsTaken(hazardNo),
      ({ length }) => length >= 2,
      30_000,
    );
    expect(rungs).toEqual([
      { rung: 'overdue', taken: 1, facts: 1 },
      { rung: 'overdue', taken: 1, facts: 1 },
    ]);
    const hazard = await eventually(
      () => zjt.get<HazardDetail>(`/hazards/${hazardNo}`),
      ({ overdue }) => overdue,
    );
    expect(hazard.state).toBe('handedOver');
    expect(await unheard()).toBeGreaterThanOrEqual(2);
  }, 120_000);

  /** For each clock of a hazard: the rungs taken, and how many facts say so. */
  function rungsTaken(hazardNo: string): Promise<unknown[]> {
    const sql = `SELECT rung, count(*)::int AS taken,
        (SELECT count(*)::int FROM outbox WHERE type = 'clock.rungTaken'
           AND envelope->'data'->>'clockId' = clock_rung.clock_id) AS facts
      FROM clock_rung WHERE taken AND clock_id IN (SELECT id FROM clock WHERE hazard_no = $1)
      GROUP BY clock_id, rung`;
    return product.rows('handover', sql, [hazardNo]);
  }

  async function unheard(): Promise<number> {
    const response = await fetch(`${product.surroundings.urls.handover}/metrics`);
    return Number(/^bihuan_clocks_unheard_total(?:\{.*\})? (\d+)/m.exec(await response.text())?.[1]);
  }
});
