import { hazardRegistered } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';

let world: NotificationWorld;
beforeAll(async () => (world = await startNotification()), 60_000);
afterAll(() => world.close());

const nextNo = hazardNumbers(4000);
const housing = () => world.as('SX-HOUSING', 'handler', 'housing-handler');
const messages = async (hazardNo: string) => (await world.page(housing(), `?hazardNo=${hazardNo}`)).items;
describe('an escalation', () => {
  it('asks for an acknowledgement, a reminder does not', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'reminder', 'SX-HOUSING')]);
    await world.hear([rungOf(no, 'overdue', 'SX-HOUSING')]);
    expect(
      (await messages(no)).map(({ kind, needsAcknowledgement }) => [kind, needsAcknowledgement]),
    ).toEqual([
      ['clock.overdue', true],
      ['clock.reminder', false],
    ]);
  });

  it('says on the next rung who has not acknowledged the one before', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
    const [overdue] = await messages(no);
    expect(overdue?.body).not.toContain('Not acknowledged');
    await housing().post(`/notifications/${overdue!.id}/acknowledge`, undefined);
    await world.hear([rungOf(no, 'leader', 'SX-HOUSING')]);
    expect((await messages(no))[0]?.body).toContain(
      'Not acknowledged so far by: vice-governor; leader of Department of housing; handler of Campaign office; leader of Campaign office.',
    );
    // Of another clock it says nothing.
    const other = { ...rungOf(no, 'overdue', 'SX-HOUSING') };
    await world.hear([
      { ...other, data: { ...other.data, clockId: `supervision.plan.${no}`, kind: 'plan' } },
    ]);
    expect((await messages(no))[0]?.body).not.toContain('Not acknowledged');
  });

  it('is acknowledged by each of several leaders, and by no system', async () => {
    const no = nextNo();
    const [one, other] = ['ty-leader', 'ty-party-leader'].map((person) => world.as('TY', 'leader', person));
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'TY')]);
    const read = async (reader: typeof one) => (await world.page(reader!, `?hazardNo=${no}`)).items;
    const [mine] = await read(one);
    await one!.post(`/notifications/${mine!.id}/acknowledge`, undefined);
    expect(await read(other)).toMatchObject([{ kind: 'clock.overdue', acknowledgedAt: null }]);
    const system = world.as('TY', 'system');
    const [ours] = await read(system);
    expect(await system.post(`/notifications/${ours!.id}/acknowledge`, undefined)).toMatchObject({
      status: 403,
      body: { code: 'notification.personOnly' },
    });
    await world.hear([rungOf(no, 'leader', 'TY')]);
    const body = (await read(one))[0]?.body;
    expect(body).toMatch(/Not acknowledged so far by: .*handler of Taiyuan government; ty-party-leader\./);
    expect(body).not.toContain('; ty-leader');
  });

  it('says why this office is told, and leads to the hazard', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'leader', 'SX-HOUSING')]);
    const reasons = await Promise.all(
      [housing(), world.as('SX', 'viceGovernor', 'vice-governor'), world.as('TY', 'leader', 'ty-leader')].map(
        async (reader) => (await world.page(reader, `?hazardNo=${no}`)).items[0],
      ),
    );
    expect(reasons.map((reply) => reply?.why)).toEqual([
      'You hold the office of handler, Department of housing: your organisation is late to complete rectification.',
      'You hold the office of vice-governor, Provincial government: you are in charge of the field “Gas”, and Department of housing is late to complete rectification.',
      'You hold the office of leader, Taiyuan government: you lead the leading group of Taiyuan, and Department of housing is late to complete rectification.',
    ]);
    expect(reasons[0]?.link).toBe(`https://bihuan.example/hazards/${no}`);
  });
});
