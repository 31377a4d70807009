import { eventOf, hazardRegistered } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { MailServer } from './mail-server.fixture.ts';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';

let server: MailServer;
let world: NotificationWorld;
beforeAll(async () => {
  // Nothing listens there: what is written for outside keeps waiting.
  server = await MailServer.down();
  world = await startNotification({ BIHUAN_SMTP_URL: server.url });
}, 60_000);
afterAll(() => world.close());

const nextNo = hazardNumbers(4000);
const withdrawn = (hazardNo: string) =>
  eventOf('hazard.withdrawn', { hazardNo, withdrawalId: uuid(), withdrawnAt: '2023-10-09T02:00:00.000Z' });
const housing = () => world.as('SX-HOUSING', 'handler', 'housing-handler');
const messages = async (hazardNo: string) => (await world.page(housing(), `?hazardNo=${hazardNo}`)).items;
const mailStates = async (hazardNo: string) => {
  const rows = await world.rows(
    `SELECT kind, state, last_error FROM delivery JOIN notification AS told ON told.id = notification_id
     WHERE hazard_no = $1 AND target = 'housing-handler@bihuan.example' ORDER BY delivery.id`,
    [hazardNo],
  );
  return rows.map(({ kind, state }) => `${String(kind)} ${String(state)}`);
};

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
      'Not acknowledged so far by: vice-governor of Provincial government; leader of Department of housing; handler of Campaign office; leader of Campaign office.',
    );
    // Of another clock it says nothing.
    const other = { ...rungOf(no, 'overdue', 'SX-HOUSING') };
    await world.hear([
      { ...other, data: { ...other.data, clockId: `supervision.plan.${no}`, kind: 'plan' } },
    ]);
    expect((await messages(no))[0]?.body).not.toContain('Not acknowledged');
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

describe('the escalations of a hazard that was registered in error', () => {
  it('are taken back from everybody who got one; what had not gone out is withheld with the reason', async () => {
    const no = nextNo();
    await world.hear([
      hazardRegistered(no),
      rungOf(no, 'reminder', 'SX-HOUSING'),
      rungOf(no, 'leader', 'SX-HOUSING'),
    ]);
    const escalated = (await world.sent(no)).filter((line) => line.startsWith('clock.leader'));
    const fact = withdrawn(no);
    await world.hear([fact, fact]);
    const revoked = (await world.sent(no)).filter((line) => line.startsWith('escalation.revoked'));
    expect(revoked).toEqual(escalated.map((line) => line.replace('clock.leader', 'escalation.revoked')));
    const [newest] = await messages(no);
    expect(newest).toMatchObject({ kind: 'escalation.revoked', needsAcknowledgement: false });
    expect(newest?.body).toContain('(complete rectification) is taken back');
    expect(await mailStates(no)).toEqual([
      'clock.reminder waiting',
      'clock.leader withheld',
      'escalation.revoked waiting',
    ]);
  });

  it('are not told at all where the rung comes after the withdrawal', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), withdrawn(no)]);
    await world.hear([rungOf(no, 'leader', 'SX-HOUSING')]);
    expect(await world.sent(no)).toEqual([]);
  });

  it('are not told either where both come before the registration', async () => {
    const no = nextNo();
    await world.hear([withdrawn(no)]);
    await world.hear([rungOf(no, 'leader', 'SX-HOUSING')]);
    await world.hear([hazardRegistered(no)]);
    expect(await world.sent(no)).toEqual([]);
  });

  it('of the night are withheld before anybody read them, and shown as such beside the revocation', async () => {
    const no = nextNo();
    world.service.clock.advanceTo('2023-10-09T22:00:00+08:00');
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
    await world.hear([withdrawn(no)]);
    expect(await messages(no)).toEqual([]);
    world.service.clock.advanceTo('2023-10-10T08:00:00+08:00');
    const items = await eventually(
      () => messages(no),
      (found) => found.length === 2,
    );
    const why = 'The hazard was withdrawn before this message was delivered';
    expect(
      items.map(({ kind, withheld, needsAcknowledgement }) => [kind, withheld, needsAcknowledgement]),
    ).toEqual([
      ['escalation.revoked', null, false],
      ['clock.overdue', why, false],
    ]);
    expect(await mailStates(no)).toEqual(['clock.overdue withheld', 'escalation.revoked waiting']);
  });
});
