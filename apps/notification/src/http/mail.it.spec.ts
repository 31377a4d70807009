import { hazardRegistered, hazardLife } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailServer } from './mail-server.fixture.ts';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';

let server: MailServer;
let world: NotificationWorld;
beforeAll(async () => {
  server = await MailServer.down();
  world = await startNotification({ BIHUAN_SMTP_URL: server.url });
}, 60_000);
afterAll(async () => {
  await world.close();
  await server.stop();
});

const nextNo = hazardNumbers(2000);
const deliveries = (hazardNo: string) =>
  world.rows(
    `SELECT delivery.id, target, state, attempts, last_error FROM delivery
     JOIN notification AS told ON told.id = notification_id WHERE hazard_no = $1 ORDER BY target`,
    [hazardNo],
  );

describe('mail', () => {
  it('loses nothing while the server is down: tried again, and sent once it is up, under the id of the delivery', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'leader', 'SX-HOUSING')]);
    const tried = await eventually(
      () => deliveries(no),
      (rows) => rows.every(({ attempts, last_error }) => Number(attempts) > 0 && last_error !== null),
    );
    // Whoever has no mailbox gets none: of the campaign office nobody has.
    expect(tried.map(({ target, state }) => [target, state])).toEqual([
      ['housing-handler@bihuan.example', 'waiting'],
      ['ty-leader@bihuan.example', 'waiting'],
      ['ty-party-leader@bihuan.example', 'waiting'],
      ['vice-governor@bihuan.example', 'waiting'],
    ]);
    await server.start('vice-governor@bihuan.example');
    const mails = await server.about(no, 3);
    const byMailbox = mails.toSorted((a, b) => a.to.localeCompare(b.to));
    expect(byMailbox.map(({ to, mail }) => [to, mail.messageId])).toEqual(
      tried
        .filter(({ target }) => target !== 'vice-governor@bihuan.example')
        .map(({ id, target }) => [target, `<${String(id)}@bihuan.example>`]),
    );
    // A mailbox that is refused for good is given up; the others are sent.
    const settled = await eventually(
      () => deliveries(no),
      (rows) => rows.every(({ state }) => state !== 'waiting'),
    );
    expect(settled.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'failed']);
    expect(settled[3]?.['last_error']).toContain('no such mailbox');
  });

  it('says in both languages what is late, where, by how much, whom it waits for, and why this office is told', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
    const mails = await server.about(no, 1);
    const { mail } = mails.find(({ to }) => to === 'housing-handler@bihuan.example')!;
    expect(mail.subject).toBe(`逾期未完成整改：${no} | Overdue: complete rectification, ${no}`);
    for (const part of [
      '太原市小店区，燃气',
      '应于 2023-10-09 08:30 前完成整改，截至 2023-10-09 逾期不足 1 个工作日，在等待SX-HOUSING。请立即完成整改。',
      '为何告知您：您是省住房和城乡建设厅经办人，该单位逾期未完成整改',
      'less than one working day late',
      `https://bihuan.example/hazards/${no}`,
    ])
      expect(mail.text).toContain(part);
    expect(mail.headers.find(({ key }) => key === 'x-bihuan-hazard-no')?.value).toBe(no);
    expect(mail.html).toContain('<h2>');
  });

  it('has no headers but its own, whatever was filed as a name', async () => {
    const no = nextNo();
    const [registered, dispatched] = hazardLife(no);
    if (registered?.type !== 'hazard.registered' || dispatched?.type !== 'handover.dispatched')
      throw new Error('the life of a hazard begins otherwise');
    const orgName = '某市\r\nBcc: spy@example.com\r\n\r\n<b>x</b>';
    await world.hear([
      registered,
      { ...dispatched, data: { ...dispatched.data, orgCode: 'TY', orgName } },
      {
        ...rungOf(no, 'overdue', 'TY'),
        data: { ...rungOf(no, 'overdue', 'TY').data, waitsFor: { orgCode: 'TY', orgName } },
      },
    ]);
    const mails = await server.about(no, 2);
    for (const { to, mail } of mails) {
      expect(to).not.toContain('spy');
      expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
      expect(mail.html).not.toContain('<b>');
    }
  });

  it('keeps the notice hours: an evening’s message is mailed at eight in the morning', async () => {
    const no = nextNo();
    world.service.clock.advanceTo('2023-10-09T22:00:00+08:00');
    await world.hear([hazardRegistered(no), rungOf(no, 'reminder', 'SX-HOUSING')]);
    const later = nextNo();
    expect((await deliveries(no)).map(({ state, attempts }) => [state, attempts])).toEqual([['waiting', 0]]);
    world.service.clock.advanceTo('2023-10-10T08:00:00+08:00');
    await world.hear([hazardRegistered(later), rungOf(later, 'reminder', 'SX-HOUSING')]);
    expect(await server.about(no, 1)).toHaveLength(1);
  });

  it('that was given up is listed for operators, who send it again', async () => {
    const operator = world.as('SX-OFFICE', 'operations');
    const listed = await operator.get<{ items: { id: string }[] }>(
      '/operations/deliveries?state=failed&channel=email',
    );
    expect(listed.body.items).toMatchObject(
      Array(2).fill({ state: 'failed', target: 'vice-governor@bihuan.example' }),
    );
    expect(await world.as('TY', 'leader').get('/operations/deliveries')).toMatchObject({ status: 403 });
    const ids = { deliveryIds: listed.body.items.map(({ id }) => id) };
    expect(await world.as('TY', 'leader').post('/operations/deliveries/resend', ids)).toMatchObject({
      status: 403,
    });
    expect(await operator.post('/operations/deliveries/resend', ids)).toMatchObject({
      status: 200,
      body: { deliveries: 2 },
    });
    const notes = `SELECT 1 FROM audit_entry WHERE action = 'delivery.resent' AND subject = $1`;
    expect(await world.rows(notes, [listed.body.items[0]!.id])).toHaveLength(1);
  });
});
