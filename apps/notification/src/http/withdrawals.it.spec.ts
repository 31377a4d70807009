import type { DeliveryReply, WebhookCreated } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { eventOf, hazardLife, hazardRegistered, petitionDecided } from '@bihuan/testing/facts';
import { publishReference, referenceItem } from '@bihuan/testing/reference';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { MailServer } from './mail-server.fixture.ts';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';
import { WebhookReceiver } from './webhook-receiver.fixture.ts';

let server: MailServer;
let receiver: WebhookReceiver;
let world: NotificationWorld;
beforeAll(async () => {
  // Nothing listens there at first: what is written for outside keeps waiting.
  server = await MailServer.down();
  receiver = await WebhookReceiver.start();
  world = await startNotification({ BIHUAN_SMTP_URL: server.url, BIHUAN_WEBHOOKS_TO_LOOPBACK: 'true' });
}, 60_000);
afterAll(async () => {
  await world.close();
  await server.stop();
  await receiver.stop();
});

const nextNo = hazardNumbers(5000);
const withdrawn = (hazardNo: string) =>
  eventOf('hazard.withdrawn', { hazardNo, withdrawalId: uuid(), withdrawnAt: '2023-10-09T02:00:00.000Z' });
const housing = () => world.as('SX-HOUSING', 'handler', 'housing-handler');
const messages = async (hazardNo: string) => (await world.page(housing(), `?hazardNo=${hazardNo}`)).items;
const mails = async (hazardNo: string, role = 'handler') => {
  const rows = await world.rows(
    `SELECT kind, state, target FROM delivery JOIN notification AS told ON told.id = notification_id
     WHERE hazard_no = $1 AND org_code = 'SX-HOUSING' AND role = $2 ORDER BY delivery.id`,
    [hazardNo, role],
  );
  return rows;
};
const mailStates = async (hazardNo: string) =>
  (await mails(hazardNo)).map(({ kind, state }) => `${String(kind)} ${String(state)}`);

describe('the escalations of a hazard that was registered in error', () => {
  it('are taken back from every office that could read one; what had not gone out is withheld with the reason', async () => {
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
    expect(await mailStates(no)).toEqual(['clock.reminder withheld', 'clock.leader withheld']);
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

  it('of the night are withheld before anybody read them, and shown as such: nothing is to be taken back', async () => {
    const no = nextNo();
    world.service.clock.advanceTo('2023-10-09T22:00:00+08:00');
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
    await world.hear([withdrawn(no)]);
    expect(await messages(no)).toEqual([]);
    world.service.clock.advanceTo('2023-10-10T08:00:00+08:00');
    const items = await eventually(
      () => messages(no),
      (found) => found.length > 0,
    );
    const why = 'The hazard was withdrawn before this message was delivered';
    expect(items.map((item) => [item.kind, item.withheld, item.needsAcknowledgement])).toEqual([
      ['clock.overdue', why, false],
    ]);
    expect(await mailStates(no)).toEqual(['clock.overdue withheld']);
  });

  it('of the night are withheld whatever they tell: handovers, reminders, petitions, acceptance', async () => {
    const no = nextNo();
    const told = hazardLife(no).filter(({ type }) =>
      ['hazard.registered', 'handover.dispatched', 'handover.acknowledged', 'acceptance.applied'].includes(
        type,
      ),
    );
    world.service.clock.advanceTo('2023-10-10T22:00:00+08:00');
    const at = '2023-10-10T14:00:00.000Z';
    const deadline = '2023-11-08T10:00:00.000Z';
    await world.hear([
      ...told.map((fact) => timed(fact, at)),
      ...[rungOf(no, 'reminder', 'SX-HOUSING'), petitionDecided(no, { agreed: false, deadline })],
    ]);
    const before = await world.sent(no);
    expect(new Set(before.map((line) => line.split(' ')[0]))).toEqual(
      new Set(['handover.dispatched', 'acceptance.applied', 'clock.reminder', 'petition.decided']),
    );
    await world.hear([withdrawn(no)]);
    await world.hear([
      timed(
        hazardLife(no).find(({ type }) => type === 'acceptance.decided')!,
        at,
      ),
    ]);
    expect(await world.sent(no)).toEqual(before);
    const held = await world.rows(`SELECT DISTINCT withheld FROM notification WHERE hazard_no = $1`, [no]);
    expect(held).toEqual([{ withheld: 'hazardWithdrawn' }]);
    expect(new Set((await mails(no)).map(({ state }) => state))).toEqual(new Set(['withheld']));
    world.service.clock.advanceTo('2023-10-11T09:00:00+08:00');
  });
});

describe('the revocation of what was mailed', () => {
  it('goes to the mailboxes that got the escalation, whoever holds the office by now', async () => {
    await server.start();
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
    await server.about(no, 1);
    await eventually(
      () => mailStates(no),
      ([state]) => state === 'clock.overdue sent',
    );
    const office = {
      ...{ code: 'housing-handler', person: 'housing-handler', titleZh: '经办人', titleEn: 'Handler' },
      ...({ orgCode: 'SX-HOUSING', role: 'handler', email: 'successor@bihuan.example' } as const),
    };
    const moved = referenceItem('office', 'housing-handler', office, { version: 2 });
    await publishReference(world.service.topics, [moved], { manifest: false });
    const book = world.service.app.get(ReferenceBook);
    await eventually(
      () => book.officesOf('housing-handler', '2023-10-11'),
      ([held]) => held?.email === office.email,
    );
    await world.hear([withdrawn(no)]);
    expect((await mails(no)).map(({ kind, target }) => `${String(kind)} ${String(target)}`)).toEqual([
      'clock.overdue housing-handler@bihuan.example',
      'escalation.revoked housing-handler@bihuan.example',
    ]);
    const got = (await server.about(no, 4)).map(({ to }) => to.replace('@bihuan.example', '')).sort();
    expect(got).toEqual(['housing-handler', 'housing-handler', 'vice-governor', 'vice-governor']);
  });
});

describe('a webhook of what is taken back', () => {
  const own = () => world.as('SX-COMMERCE', 'system');

  it('that took it while it was withdrawn is told so; nothing of it is sent again', async () => {
    const hook = { url: `${receiver.url}/hook`, kinds: ['clock.overdue'] };
    const { id } = (await own().post<WebhookCreated>('/webhooks', hook)).body;
    const log = async () =>
      (await own().get<{ items: DeliveryReply[] }>(`/webhooks/${id}/deliveries`)).body.items;
    const states = async () => (await log()).map(({ kind, state }) => `${kind} ${state}`).sort();
    const release = receiver.hold();
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-COMMERCE')]);
    await eventually(
      () => receiver.about(no).length,
      (count) => count === 2,
    );
    // Both requests are under way: whether they were taken is not known yet.
    await world.hear([withdrawn(no)]);
    expect(await states()).toEqual(['clock.overdue withheld', 'clock.overdue withheld']);
    release();
    const sent = await eventually(
      states,
      (found) => found.length === 4 && found.every((line) => line.endsWith('sent')),
    );
    expect(sent.map((line) => line.split(' ')[0])).toEqual([
      ...['clock.overdue', 'clock.overdue'],
      ...['escalation.revoked', 'escalation.revoked'],
    ]);
    const overdue = (await log()).find(({ kind }) => kind === 'clock.overdue');
    const path = `/webhooks/${id}/deliveries/${overdue!.id}/resend`;
    expect(await own().post(path, undefined)).toMatchObject({
      status: 409,
      body: { code: 'delivery.withheld' },
    });
  });
});

/** The fact as if it had happened then. */
function timed<T extends ReturnType<typeof hazardLife>[number]>(fact: T, at: string): T {
  const data = Object.fromEntries(
    Object.entries(fact.data).map(([name, value]) => [name, /At$/.test(name) && value !== null ? at : value]),
  );
  return { ...fact, occurredAt: at, data };
}
