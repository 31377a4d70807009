import type { NotificationReply } from '@bihuan/contracts';
import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { eventOf, hazardLife, type HazardFact } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type HeardFact, heardTypes } from '../domain/heard-facts.ts';
import { HearFact } from '../domain/hear-fact.ts';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';
import { hazardNumbers, rungOf } from './rungs.fixture.ts';

let world: NotificationWorld;
beforeAll(async () => (world = await startNotification()), 60_000);
afterAll(() => world.close());

const nextNo = hazardNumbers(0);
const heard: ReadonlySet<string> = new Set(heardTypes);
const lifeOf = (hazardNo: string) => hazardLife(hazardNo).filter(({ type }) => heard.has(type));
const upTo = (type: string, life: HazardFact[]) =>
  life.slice(0, life.findIndex((fact) => fact.type === type) + 1);

describe('the messages of a hazard', () => {
  it('keep tables and entities the same', () => assertNoDrift(world.service.app.get(DataSource)));

  it('reach the handlers a handover is addressed to, in their language, and nobody else', async () => {
    const no = nextNo();
    await world.hear(upTo('handover.dispatched', lifeOf(no)));
    const { items } = await world.page(world.as('TY', 'handler'), `?hazardNo=${no}`);
    expect(items).toMatchObject([
      { hazardNo: no, kind: 'handover.dispatched', orgCode: 'TY', acknowledgedAt: null },
    ]);
    expect(items[0]?.body).toContain(
      '(Xiaodian, Taiyuan; Gas; 某液化气站) was handed over to Taiyuan government',
    );
    for (const other of [
      world.as('TY', 'leader'),
      world.as('DT', 'handler'),
      world.as('SX-OFFICE', 'handler'),
    ])
      expect((await world.page(other, `?hazardNo=${no}`)).items).toEqual([]);
    expect((await world.page(world.as('TY', 'system'), `?hazardNo=${no}`)).items).toEqual(items);
  });

  it('climb to the leaders rung by rung, of several vice-governors to the one in charge', async () => {
    const no = nextNo();
    await world.hear([lifeOf(no)[0]!, rungOf(no, 'interview', 'SX-HOUSING')]);
    expect(await world.sent(no)).toEqual([
      'clock.interview SX governor governor',
      'clock.interview SX viceGovernor vice-governor',
      'clock.interview SX-HOUSING handler',
      'clock.interview SX-HOUSING leader',
      'clock.interview SX-OFFICE handler',
      'clock.interview SX-OFFICE leader',
      'clock.interview TY leader ty-leader',
      'clock.interview TY leader ty-party-leader',
    ]);
    const read = async (org: string, role: 'governor' | 'viceGovernor' | 'leader', person: string) =>
      (await world.page(world.as(org, role, person), `?hazardNo=${no}&kind=clock.interview`)).items.length;
    expect(await read('SX', 'governor', 'governor')).toBe(1);
    expect(await read('SX', 'viceGovernor', 'vice-governor')).toBe(1);
    expect(await read('SX', 'viceGovernor', 'vice-governor.other')).toBe(0);
    expect(await read('TY', 'leader', 'ty-party-leader')).toBe(1);
  });

  it('go to the department that took the industry handover, once one has', async () => {
    const no = nextNo();
    const taken = {
      handoverId: '018b0000-0000-7000-8000-00000000000a',
      hazardNo: no,
      track: 'industry' as const,
      orgCode: 'SX-YJT',
      orgName: '省应急管理厅',
      status: 'acknowledged' as const,
      version: 2,
      dispatchedAt: '2023-10-09T01:00:00.000Z',
      answeredAt: '2023-10-09T01:00:00.000Z',
      late: false,
    };
    const applied = { hazardNo: no, round: 1, appliedAt: taken.dispatchedAt };
    await world.hear([lifeOf(no)[0]!, eventOf('acceptance.applied', applied)]);
    expect(await world.sent(no)).toEqual([]);
    await world.hear([eventOf('handover.acknowledged', taken)]);
    expect(await world.sent(no)).toEqual([
      'acceptance.applied SX-YJT handler',
      'acceptance.applied SX-YJT leader',
    ]);
  });
});

describe('facts in any order', () => {
  const orders: [string, (life: HazardFact[]) => HazardFact[]][] = [
    ['backwards', (life) => life.toReversed()],
    ['each twice', (life) => life.flatMap((fact) => [fact, fact])],
    ['the registration last', ([registered, ...rest]) => [...rest, registered!]],
  ];
  it.each(orders)('%s: the same messages, each once', async (_, arrange) => {
    const [straight, disordered] = [nextNo(), nextNo()];
    await world.hear(lifeOf(straight));
    await world.hear(arrange(lifeOf(disordered)));
    const sent = await world.sent(disordered);
    expect(sent).toEqual(await world.sent(straight));
    // 2 dispatches, 5 on the overdue rung (the city has two leaders), 2 applications to 2 offices, 2 verdicts and the strike-off to 6.
    expect(sent).toHaveLength(2 + 5 + 2 * 2 + 2 * 6 + 6);
    expect(await world.rows(`SELECT 1 FROM waiting_fact`)).toEqual([]);
  });

  it('wait for their hazard, and send nothing before', async () => {
    const no = nextNo();
    const [registered, dispatched] = lifeOf(no);
    await world.hear([dispatched!]);
    expect(await world.sent(no)).toEqual([]);
    expect(await world.rows(`SELECT 1 FROM waiting_fact WHERE hazard_no = $1`, [no])).toHaveLength(1);
    await world.hear([registered!]);
    expect(await world.sent(no)).toEqual(['handover.dispatched TY handler']);
  });

  it('are not lost between a fact and the registration that arrive at the same moment', async () => {
    const no = nextNo();
    const [registered, dispatched] = lifeOf(no) as HeardFact[];
    const [units, hearFact] = [world.service.app.get(UnitOfWork), world.service.app.get(HearFact)];
    const origin = { actor: serviceActor('notification'), correlationId: no };
    const held = Promise.withResolvers<undefined>();
    const seen = Promise.withResolvers<undefined>();
    const fact = units.run(origin, async (work) => {
      await hearFact.execute(work, dispatched!);
      seen.resolve(undefined);
      await held.promise;
    });
    await seen.promise;
    const registration = units.run(origin, (work) => hearFact.execute(work, registered!));
    await eventually(
      () =>
        world.rows(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`),
      (waiting) => waiting.length === 1,
    );
    held.resolve(undefined);
    await Promise.all([fact, registration]);
    expect(await world.sent(no)).toEqual(['handover.dispatched TY handler']);
  });

  it('send once even where the memory of having heard them is gone', async () => {
    const no = nextNo();
    const facts = [lifeOf(no)[0]!, rungOf(no, 'interview', 'TY')];
    await world.hear(facts);
    const sent = await world.sent(no);
    await world.rows(`DELETE FROM inbox WHERE message_id = ANY($1)`, [facts.map(({ id }) => id)]);
    await world.hear(facts);
    expect(await world.sent(no)).toEqual(sent);
  });
});

describe('reading messages', () => {
  it('pages from the newest, each once', async () => {
    const reader = world.as('SX-OFFICE', 'leader');
    const all = (await world.page(reader, '?limit=200')).items;
    const paged: NotificationReply[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { items, next } = await world.page(reader, `?limit=2${after && `&after=${after}`}`);
      paged.push(...items);
      after = next;
    }
    expect(all.length).toBeGreaterThan(4);
    expect(paged).toEqual(all);
    expect(await reader.get('/notifications?after=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'request.cursorInvalid' },
    });
  });

  it('notes the first acknowledgement, answers the second alike, and tells read from unread', async () => {
    const no = nextNo();
    await world.hear(upTo('handover.dispatched', lifeOf(no)));
    const [first, second] = [
      world.as('TY', 'handler', 'ty-handler'),
      world.as('TY', 'handler', 'ty-handler-2'),
    ];
    const { items } = await world.page(first, `?hazardNo=${no}&unread=true`);
    const path = `/notifications/${items[0]!.id}/acknowledge`;
    const answers = [
      await first.post(path, undefined),
      await second.post(path, undefined),
      await first.post(path, {}),
    ];
    expect(answers[0]).toMatchObject({ status: 200, body: { acknowledgedBy: 'ty-handler' } });
    expect(answers.map(({ body }) => body)).toEqual(Array(3).fill(answers[0]?.body));
    expect((await world.page(first, `?hazardNo=${no}&unread=true`)).items).toEqual([]);
    expect((await world.page(first, `?hazardNo=${no}&unread=false`)).items).toHaveLength(1);
    const notes = await world.rows(
      `SELECT 1 FROM audit_entry WHERE action = 'notification.acknowledged' AND subject = $1`,
      [no],
    );
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['another organisation’s', () => world.as('DT', 'handler')],
    ['another office’s', () => world.as('TY', 'leader')],
  ])('does not find %s message to acknowledge', async (_, stranger) => {
    const [item] = (await world.page(world.as('TY', 'handler'))).items;
    expect(await stranger().post(`/notifications/${item!.id}/acknowledge`, undefined)).toMatchObject({
      status: 404,
      body: { code: 'notification.notFound' },
    });
  });

  it('needs a token', async () => {
    expect(await world.service.anonymous().get('/notifications')).toMatchObject({ status: 401 });
  });

  it('shows nothing at night: a message of the evening comes at eight in the morning', async () => {
    const no = nextNo();
    const reader = world.as('TY', 'handler');
    world.service.clock.advanceTo('2023-10-09T22:00:00+08:00');
    await world.hear(upTo('handover.dispatched', lifeOf(no)));
    const [{ id }] = (await world.rows(`SELECT id FROM notification WHERE hazard_no = $1`, [no])) as [
      { id: string },
    ];
    expect((await world.page(reader, `?hazardNo=${no}`)).items).toEqual([]);
    expect(await reader.post(`/notifications/${id}/acknowledge`, undefined)).toMatchObject({ status: 404 });
    world.service.clock.advanceTo('2023-10-10T08:00:00+08:00');
    const { items } = await eventually(
      () => world.page(reader),
      ({ items }) => items.length > 0,
    );
    expect(items[0]).toMatchObject({ hazardNo: no, sentAt: '2023-10-09T14:00:00.000Z' });
  });
});
