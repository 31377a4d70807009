import { type DeliveryReply, type WebhookCreated, WebhookMessage } from '@bihuan/contracts';
import { hazardRegistered } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';
import { type Received, WebhookReceiver } from './webhook-receiver.fixture.ts';

let receiver: WebhookReceiver;
let world: NotificationWorld;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  world = await startNotification({ BIHUAN_WEBHOOKS_TO_LOOPBACK: 'true' });
}, 60_000);
afterAll(async () => {
  await world.close();
  await receiver.stop();
});

const nextNo = hazardNumbers(3000);
const housing = () => world.as('SX-HOUSING', 'system');
const register = async (body: object = { url: `${receiver.url}/hook` }) =>
  (await housing().post<WebhookCreated>('/webhooks', body)).body;
const log = async (id: string, query = '') =>
  (await housing().get<{ items: DeliveryReply[]; next: string | null }>(`/webhooks/${id}/deliveries${query}`))
    .body;
const overdue = async () => {
  const no = nextNo();
  await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-HOUSING')]);
  return no;
};
const verified = (secret: string, { headers, body }: Received) =>
  WebhookMessage.parse(new Webhook(secret).verify(body, headers as Record<string, string>));

describe('a webhook', () => {
  it('tells its secret once, and only its organisation sees it', async () => {
    const created = await housing().post<WebhookCreated>('/webhooks', { url: `${receiver.url}/hook` });
    expect(created).toMatchObject({ status: 201, body: { orgCode: 'SX-HOUSING', kinds: null } });
    expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = created.body;
    const listed = await world.as('SX-HOUSING', 'leader').get('/webhooks');
    expect(listed.body).toEqual({ items: [shown] });
    expect(JSON.stringify(await world.rows(`SELECT * FROM audit_entry`))).not.toContain(secret);
    const stranger = world.as('TY', 'leader');
    expect((await stranger.get('/webhooks')).body).toEqual({ items: [] });
    for (const answer of [
      await stranger.get(`/webhooks/${shown.id}/deliveries`),
      await stranger.delete(`/webhooks/${shown.id}`),
      await stranger.post(`/webhooks/${shown.id}/deliveries/${shown.id}/resend`, undefined),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'webhook.notFound' } });
    expect(await housing().delete(`/webhooks/${shown.id}`)).toMatchObject({ status: 200, body: shown });
  });

  it('gets the messages of its organisation signed, again under the same id where it failed or was sent elsewhere', async () => {
    const { id, secret } = await register();
    receiver.answers.push(500, 302);
    const no = await overdue();
    const got = await eventually(
      () => receiver.about(no),
      (requests) => requests.length === 4,
    );
    const contents = new Map(got.map(({ headers, body }) => [headers['webhook-id'], body]));
    expect(contents.size).toBe(2);
    for (const request of got) {
      expect(request.body).toBe(contents.get(request.headers['webhook-id']));
      const { type, data } = verified(secret, request);
      expect([type, data.hazardNo, data.orgCode, data.needsAcknowledgement]).toEqual([
        'clock.overdue',
        no,
        'SX-HOUSING',
        true,
      ]);
      expect(data.zh.body).toContain('太原市小店区，燃气');
      expect(data.en.why).toContain('Department of housing');
      const forged = { ...request, body: request.body.replace('overdue', 'leader') };
      expect(() => verified(secret, forged)).toThrow(WebhookVerificationError);
    }
    const settled = await eventually(
      () => log(id),
      ({ items }) => items.every(({ state }) => state === 'sent'),
    );
    expect(settled.items.map((item) => [item.id, item.attempts, item.hazardNo])).toEqual(
      [...contents.keys()]
        .sort()
        .reverse()
        .map((key) => [key, 2, no]),
    );
    await housing().delete(`/webhooks/${id}`);
  });

  it('gets only the kinds it was registered for', async () => {
    const { id } = await register({ url: `${receiver.url}/hook`, kinds: ['clock.reminder'] });
    const no = await overdue();
    await world.hear([rungOf(no, 'reminder', 'SX-HOUSING')]);
    const { items } = await log(id);
    expect(items.map(({ kind }) => kind)).toEqual(['clock.reminder']);
    await housing().delete(`/webhooks/${id}`);
  });

  it('pages its log, and sends again what has ended', async () => {
    const { id } = await register();
    const no = await overdue();
    await eventually(
      () => log(id),
      ({ items }) => items.length === 2 && items.every(({ state }) => state === 'sent'),
    );
    const first = await log(id, '?limit=1');
    const second = await log(id, `?limit=1&after=${String(first.next)}`);
    expect([...first.items, ...second.items]).toEqual((await log(id)).items);
    expect(second.next).toBeNull();

    const [delivery] = first.items;
    const path = `/webhooks/${id}/deliveries/${delivery!.id}/resend`;
    expect(await housing().post(path, undefined)).toMatchObject({ status: 200, body: { attempts: 0 } });
    const again = await eventually(
      () => receiver.about(no).filter(({ headers }) => headers['webhook-id'] === delivery!.id),
      (requests) => requests.length === 2,
    );
    expect(again[1]?.body).toBe(again[0]?.body);
    const unknown = `/webhooks/${id}/deliveries/${id}/resend`;
    expect(await housing().post(unknown, undefined)).toMatchObject({
      status: 404,
      body: { code: 'delivery.notFound' },
    });
    await housing().delete(`/webhooks/${id}`);
  });

  it('that was given up after three days stays in the log and can be sent again; one still tried cannot', async () => {
    const { id } = await register();
    receiver.answers.push(503, 503);
    const no = await overdue();
    const [waiting] = await eventually(
      async () => (await log(id)).items,
      (items) => items.every(({ lastError }) => lastError === 'It answered with status 503'),
    );
    const path = `/webhooks/${id}/deliveries/${waiting!.id}/resend`;
    expect(await housing().post(path, undefined)).toMatchObject({
      status: 409,
      body: { code: 'delivery.notEnded' },
    });
    await world.rows(
      `UPDATE delivery SET first_attempt_at = first_attempt_at - interval '3 days', next_attempt_at = clock_timestamp()
       WHERE target = $1`,
      [id],
    );
    receiver.answers.push(503, 503);
    await eventually(
      async () => (await log(id)).items,
      (items) => items.every(({ state }) => state === 'failed'),
    );
    expect(await housing().post(path, undefined)).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await eventually(
      () => receiver.about(no).length,
      (count) => count === 5,
    );
    await housing().delete(`/webhooks/${id}`);
  });

  it('that is down holds up nobody else, and is tried with few requests however many wait for it', async () => {
    const { id } = await register({ url: `${receiver.url}/down` });
    const well = await world.as('SX-COMMERCE', 'system').post<WebhookCreated>('/webhooks', {
      url: `${receiver.url}/well`,
    });
    receiver.down.add('/down');
    for (let count = 0; count < 10; count++) await overdue();
    // All of them are due at once, after an outage of some hours.
    await world.rows(
      `UPDATE delivery SET attempts = 10, next_attempt_at = clock_timestamp() WHERE target = $1`,
      [id],
    );
    const [row] = await eventually(
      () =>
        world.rows(
          `SELECT count(*)::int AS waiting, sum(attempts - 10)::int AS tried FROM delivery WHERE target = $1
             AND state = 'waiting' AND next_attempt_at > clock_timestamp() + interval '10 minutes'`,
          [id],
        ),
      ([found]) => found?.['waiting'] === 20,
    );
    expect(row?.['tried']).toBeLessThanOrEqual(8);
    const no = nextNo();
    await world.hear([hazardRegistered(no), rungOf(no, 'overdue', 'SX-COMMERCE')]);
    await eventually(
      () => receiver.about(no).length,
      (count) => count === 2,
    );
    receiver.down.clear();
    await housing().delete(`/webhooks/${id}`);
    await world.as('SX-COMMERCE', 'system').delete(`/webhooks/${well.body.id}`);
  });

  it('that is removed gets nothing more: what waits is withheld, with the reason', async () => {
    const { id } = await register();
    receiver.answers.push(500, 500);
    await overdue();
    await eventually(
      async () => (await log(id)).items,
      (items) => items.length === 2 && items.every(({ lastError }) => lastError !== null),
    );
    await housing().delete(`/webhooks/${id}`);
    const left = await world.rows(`SELECT state, last_error FROM delivery WHERE target = $1`, [id]);
    expect(left).toEqual(Array(2).fill({ state: 'withheld', last_error: 'The webhook was removed.' }));
  });

  it.each([
    ['an address in an inner network', { url: 'https://10.0.0.7/hook' }, 422, 'webhook.urlRefused'],
    ['an address without TLS', { url: 'http://example.com/hook' }, 422, 'webhook.urlRefused'],
    [
      'an unknown kind',
      { url: 'https://example.com/hook', kinds: ['clock.sometimes'] },
      400,
      'request.invalid',
    ],
    ['no address', {}, 400, 'request.invalid'],
  ])('is refused with %s', async (_, body, status, code) => {
    expect(await housing().post('/webhooks', body)).toMatchObject({ status, body: { code } });
  });

  it('is not for offices that keep none, and not for more than ten of an organisation', async () => {
    const url = 'https://example.com/hook';
    for (const role of ['governor', 'enterprise', 'operations'] as const)
      expect(await world.as('SX-COMMERCE', role).post('/webhooks', { url })).toMatchObject({ status: 403 });
    const leader = world.as('SX-COMMERCE', 'leader');
    for (let count = 0; count < 10; count++)
      expect(await leader.post('/webhooks', { url })).toMatchObject({ status: 201 });
    expect(await leader.post('/webhooks', { url })).toMatchObject({
      status: 409,
      body: { code: 'webhook.tooMany' },
    });
  });
});
