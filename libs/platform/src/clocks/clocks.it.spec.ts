import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { referenceItem, testPolicy } from '@bihuan/testing/reference';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
const standing = { due: '2023-10-10T10:00:00.000Z', waitsFor: waitsFor.orgName, overdueAt: null };
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const hour = 3_600_000;

describe('clocks', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('handover')));
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

  const open = () =>
    world.inWork((work) =>
      world.book.open(work, { ...reference, hazardNo, start: work.now, waitsFor, policy: testPolicy }),
    );
  it('opens by the policy, with the reason for the date in both languages', async () => {
    expect(await open()).toEqual({
      clockId: id,
      owner: 'handover',
      kind: 'acknowledge',
      hazardNo,
      version: 1,
      state: 'open',
      due: '2023-10-10T10:00:00.000Z',
      wakeAt: '2023-10-10T06:00:00.000Z',
      overdueAt: null,
      waitsFor,
    });
    const [row] = await world.dataSource.query<
      [{ explanation_zh: string; explanation_en: string; policy_version: number }]
    >('SELECT explanation_zh, explanation_en, policy_version FROM clock');
    expect(row).toMatchObject({ policy_version: 1 });
    expect(row.explanation_zh).toContain('2023-10-10');
    expect(row.explanation_en).toContain('2023-10-10');
  });

  it('opens once, and leaves a clock that has ended as it is', async () => {
    await open();
    await world.inWork((work) => world.book.meet(work, reference));
    expect(await open()).toMatchObject({ state: 'met', version: 2 });
    expect(await world.facts()).toEqual(['clock.opened', 'clock.ended']);
  });

  it('takes a date that was named as it is', async () => {
    const namedDue = new Date('2023-10-14T10:00:00Z');
    const clock = await world.inWork((work) =>
      world.book.open(work, {
        ...reference,
        kind: 'rectify',
        hazardNo,
        start: work.now,
        namedDue,
        waitsFor,
        policy: testPolicy,
      }),
    );
    expect(clock).toMatchObject({ due: '2023-10-14T10:00:00.000Z' });
  });

  it('climbs the ladder rung by rung, one fact each, and says when to ask next', async () => {
    await open();
    expect(await world.book.decide(id)).toEqual({
      outcome: 'notYet',
      version: 1,
      remainingMs: 29 * hour,
      ...standing,
    });
    world.time.advance(29 * hour);
    expect(await world.book.decide(id)).toEqual({
      outcome: 'rungTaken',
      version: 2,
      rung: 'reminder',
      nextInMs: 4 * hour,
      ...standing,
    });
    world.time.advance(4 * hour);
    expect(await world.book.decide(id)).toMatchObject({
      rung: 'overdue',
      overdueAt: '2023-10-10T10:00:00.000Z',
    });
    expect(await world.book.decide(id)).toMatchObject({
      outcome: 'notYet',
      version: 3,
      overdueAt: '2023-10-10T10:00:00.000Z',
    });
    world.time.advanceTo('2023-10-13T10:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({ rung: 'leader' });
    world.time.advanceTo('2023-10-19T10:00:00Z');
    const last = await world.book.decide(id);
    expect(last).toMatchObject({ rung: 'interview', nextInMs: null, version: 5 });
    expect(await world.book.decide(id)).toEqual(last);
    expect(await world.rungs()).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    expect(await world.facts()).toEqual([
      'clock.opened',
      ...Array.from({ length: 4 }, () => 'clock.rungTaken'),
    ]);
  });

  it('after an outage skips the reminder and takes the overdue rung with the true due', async () => {
    await open();
    world.time.advanceTo('2023-10-11T02:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({
      rung: 'overdue',
      overdueAt: '2023-10-10T10:00:00.000Z',
    });
    expect(await world.rungs()).toEqual(['reminder skipped', 'overdue']);
    const [taken] = await world.dataSource.query<[{ data: unknown }]>(
      `SELECT envelope->'data' AS data FROM outbox WHERE type = 'clock.rungTaken'`,
    );
    expect(taken.data).toMatchObject({
      rung: 'overdue',
      skipped: ['reminder'],
      due: '2023-10-10T10:00:00.000Z',
    });
  });

  it('takes a rung once, however many ask at the same moment', async () => {
    await open();
    world.time.advance(29 * hour);
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.book.decide(id)));
    expect(answers.filter(({ outcome }) => outcome === 'rungTaken')).toHaveLength(1);
    expect(await world.rungs()).toEqual(['reminder']);
  });

  it('lets an answer win that was committed a moment earlier', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:00:00Z');
    const answering = Promise.withResolvers<undefined>();
    const commit = Promise.withResolvers<undefined>();
    const answer = world.inWork(async (work) => {
      const end = await world.book.meet(work, reference);
      answering.resolve(undefined);
      await commit.promise;
      return end;
    });
    await answering.promise;
    const decision = world.book.decide(id);
    commit.resolve(undefined);
    expect(await answer).toEqual({ ended: true, late: true });
    expect(await decision).toEqual({ outcome: 'ended', version: 2, ...standing, overdueAt: standing.due });
    expect(await world.rungs()).toEqual([]);
  });

  it('ends in time or late, and only once', async () => {
    await open();
    world.time.advance(hour);
    expect(await world.inWork((work) => world.book.meet(work, reference))).toEqual({
      ended: true,
      late: false,
    });
    expect(await world.inWork((work) => world.book.cancel(work, reference))).toEqual({
      ended: false,
      late: false,
    });
    expect(await world.facts()).toEqual(['clock.opened', 'clock.ended']);
  });

  it('runs by the policy that the hazard started with, until that is moved on purpose', async () => {
    await open();
    const later = { ...testPolicy, version: 2 };
    const campaign = world.reference.requireCampaign('SX2023', '2023-10-09');
    world.refer([referenceItem('campaign', 'SX2023', { ...campaign, policies: [testPolicy, later] })]);
    const openPlan = (subject: string) =>
      world.inWork((work) =>
        world.book.open(work, {
          ...{ kind: 'plan', subject, hazardNo, start: work.now, waitsFor, policy: later },
        }),
      );
    const version = async (subject: string) => {
      await openPlan(subject);
      const [row] = await world.dataSource.query<[{ policy_version: number }]>(
        'SELECT policy_version FROM clock WHERE id = $1',
        [`handover.plan.${subject}`],
      );
      return row.policy_version;
    };
    expect(await version('1')).toBe(1);
    await world.dataSource.query('UPDATE hazard_policy SET version = 2');
    expect(await version('2')).toBe(2);
  });

  it('does not know clocks that were never opened', async () => {
    await expect(world.book.decide('handover.acknowledge.none')).rejects.toMatchObject({
      code: 'resource.notFound',
    });
    expect(await world.inWork((work) => world.book.meet(work, reference))).toEqual({
      ended: false,
      late: false,
    });
  });

  describe('watchdog', () => {
    it('keeps still while clocks are heard in time', async () => {
      await open();
      world.time.advance(29 * hour + 300_000);
      expect(await world.watchdog.sweep()).toEqual([]);
    });

    it('tells again of a clock that nobody asked about, once per waiting time', async () => {
      await open();
      world.time.advance(29 * hour + 300_001);
      expect(await world.watchdog.sweep()).toEqual([id]);
      expect(await world.watchdog.sweep()).toEqual([]);
      await world.dataSource.query(`UPDATE clock SET reminded_at = reminded_at - interval '6 minutes'`);
      expect(await world.watchdog.sweep()).toEqual([id]);
      const told = await world.dataSource.query<{ data: unknown }[]>(
        `SELECT envelope->'data' AS data FROM outbox ORDER BY seq`,
      );
      expect(told).toEqual([told[0], told[0], told[0]]);
    });
  });
});
