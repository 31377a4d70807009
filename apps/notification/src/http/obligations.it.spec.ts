import type { RungName } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';

let world: NotificationWorld;
beforeAll(async () => (world = await startNotification()), 60_000);
afterAll(() => world.close());

describe('a clock without a hazard', () => {
  const edition = (name: RungName) =>
    eventOf('obligation.rungTaken', {
      clockId: 'disclosure.monthlyEdition.SX2023.2023-09',
      kind: 'monthlyEdition',
      subject: { kind: 'monthlyEdition', campaignCode: 'SX2023', month: '2023-09' },
      title: { zh: '发布2023年9月信息公开', en: 'Publish the edition of September 2023' },
      rung: name,
      due: '2023-10-09T00:30:00.000Z',
      skipped: [],
      waitsFor: { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室' },
    });
  const sentFor = async (id: string) => {
    const found = await world.rows(
      `SELECT concat_ws(' ', kind, org_code, role, person) AS line FROM notification WHERE event_id = $1`,
      [id],
    );
    return found.map(({ line }) => String(line)).sort();
  };

  it('tells those who must act, their leaders when it is overdue, and the governor at last', async () => {
    const facts = (['reminder', 'overdue', 'leader'] as const).map(edition);
    await world.hear(facts);
    const [reminder, overdue, leader] = await Promise.all(facts.map(({ id }) => sentFor(id)));
    expect(reminder).toEqual(['obligation.reminder SX-OFFICE handler']);
    expect(overdue).toEqual(['obligation.overdue SX-OFFICE handler', 'obligation.overdue SX-OFFICE leader']);
    expect(leader).toEqual([
      'obligation.leader SX governor governor',
      'obligation.leader SX-OFFICE handler',
      'obligation.leader SX-OFFICE leader',
    ]);
  });

  it('names what is to be done, of no hazard, and can be acknowledged', async () => {
    const reader = world.as('SX-OFFICE', 'leader');
    const { items } = await world.page(reader, '?kind=obligation.overdue');
    expect(items).toMatchObject([{ hazardNo: null, orgCode: 'SX-OFFICE', acknowledgedAt: null }]);
    expect(items[0]?.title).toBe('Overdue: Publish the edition of September 2023');
    expect(items[0]?.body).toContain('before 2023-10-09 08:30');
    expect(await reader.post(`/notifications/${items[0]!.id}/acknowledge`, undefined)).toMatchObject({
      status: 200,
      body: { hazardNo: null },
    });
  });
});
