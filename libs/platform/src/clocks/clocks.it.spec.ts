import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { ManualBusinessClock } from '@bihuan/testing/time';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { OutboxNudge, PostgresUnitOfWork, serviceActor, type Work } from '../commands/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { ClockBook } from './clock-book.ts';
import { ClockMetrics } from './clock-metrics.ts';
import { ClockWatchdog } from './clock-watchdog.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
const standing = { due: '2023-10-10T10:00:00.000Z', waitsFor: waitsFor.orgName, overdueAt: null };
const origin = { actor: serviceActor('handover'), correlationId: 'test' };
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const settings = { owner: 'handover', unheardAfterMs: 300_000, watchEveryMs: 30_000 } as const;
const hour = 3_600_000;

describe('clocks', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let time: ManualBusinessClock;
  let unitOfWork: PostgresUnitOfWork;
  let book: ClockBook;
  let watchdog: ClockWatchdog;

  beforeAll(async () => {
    database = await createTestDatabase('handover');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
  });

  beforeEach(async () => {
    await database.asSuperuser(
      'SET session_replication_role = replica; TRUNCATE clock, clock_rung, outbox, audit_entry',
    );
    time = new ManualBusinessClock('2023-10-09T09:00:00+08:00');
    unitOfWork = new PostgresUnitOfWork(dataSource, time, new OutboxNudge(dataSource));
    const copies = new ReferenceBook();
    const items = smallProvince();
    copies.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);
    book = new ClockBook(settings, copies, unitOfWork);
    watchdog = new ClockWatchdog(settings, unitOfWork, new ClockMetrics(new Registry()));
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const inWork = <T>(body: (work: Work) => Promise<T>): Promise<T> => unitOfWork.run(origin, body);
  const open = () =>
    inWork((work) =>
      book.open(work, { ...reference, hazardNo, start: work.now, waitsFor, policy: testPolicy }),
    );
  const facts = async (): Promise<string[]> => {
    const rows = await dataSource.query<{ type: string }[]>('SELECT type FROM outbox ORDER BY seq');
    return rows.map(({ type }) => type);
  };
  const rungs = async (): Promise<string[]> => {
    const rows = await dataSource.query<{ line: string }[]>(
      `SELECT rung || CASE WHEN taken THEN '' ELSE ' skipped' END AS line FROM clock_rung ORDER BY decided_at, taken, rung`,
    );
    return rows.map(({ line }) => line);
  };

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
    const [row] = await dataSource.query<
      [{ explanation_zh: string; explanation_en: string; policy_version: number }]
    >('SELECT explanation_zh, explanation_en, policy_version FROM clock');
    expect(row).toMatchObject({ policy_version: 1 });
    expect(row.explanation_zh).toContain('2023-10-10');
    expect(row.explanation_en).toContain('2023-10-10');
  });

  it('opens once, and leaves a clock that has ended as it is', async () => {
    await open();
    await inWork((work) => book.meet(work, reference));
    expect(await open()).toMatchObject({ state: 'met', version: 2 });
    expect(await facts()).toEqual(['clock.opened', 'clock.ended']);
  });

  it('takes a date that was named as it is', async () => {
    const namedDue = new Date('2023-10-14T10:00:00Z');
    const clock = await inWork((work) =>
      book.open(work, {
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
    expect(await book.decide(id)).toEqual({
      outcome: 'notYet',
      version: 1,
      remainingMs: 29 * hour,
      ...standing,
    });
    time.advance(29 * hour);
    expect(await book.decide(id)).toEqual({
      outcome: 'rungTaken',
      version: 2,
      rung: 'reminder',
      nextInMs: 4 * hour,
      ...standing,
    });
    time.advance(4 * hour);
    expect(await book.decide(id)).toMatchObject({ rung: 'overdue', overdueAt: '2023-10-10T10:00:00.000Z' });
    expect(await book.decide(id)).toMatchObject({
      outcome: 'notYet',
      version: 3,
      overdueAt: '2023-10-10T10:00:00.000Z',
    });
    time.advanceTo('2023-10-13T10:00:00Z');
    expect(await book.decide(id)).toMatchObject({ rung: 'leader' });
    time.advanceTo('2023-10-19T10:00:00Z');
    const last = await book.decide(id);
    expect(last).toMatchObject({ rung: 'interview', nextInMs: null, version: 5 });
    expect(await book.decide(id)).toEqual(last);
    expect(await rungs()).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    expect(await facts()).toEqual(['clock.opened', ...Array.from({ length: 4 }, () => 'clock.rungTaken')]);
  });

  it('after an outage skips the reminder and takes the overdue rung with the true due', async () => {
    await open();
    time.advanceTo('2023-10-11T02:00:00Z');
    expect(await book.decide(id)).toMatchObject({ rung: 'overdue', overdueAt: '2023-10-10T10:00:00.000Z' });
    expect(await rungs()).toEqual(['reminder skipped', 'overdue']);
    const [taken] = await dataSource.query<[{ data: unknown }]>(
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
    time.advance(29 * hour);
    const answers = await Promise.all(Array.from({ length: 8 }, () => book.decide(id)));
    expect(answers.filter(({ outcome }) => outcome === 'rungTaken')).toHaveLength(1);
    expect(await rungs()).toEqual(['reminder']);
  });

  it('lets an answer win that was committed a moment earlier', async () => {
    await open();
    time.advanceTo('2023-10-10T10:00:00Z');
    const answering = Promise.withResolvers<undefined>();
    const commit = Promise.withResolvers<undefined>();
    const answer = inWork(async (work) => {
      const end = await book.meet(work, reference);
      answering.resolve(undefined);
      await commit.promise;
      return end;
    });
    await answering.promise;
    const decision = book.decide(id);
    commit.resolve(undefined);
    expect(await answer).toEqual({ ended: true, late: true });
    expect(await decision).toEqual({ outcome: 'ended', version: 2, ...standing, overdueAt: standing.due });
    expect(await rungs()).toEqual([]);
  });

  it('ends in time or late, and only once', async () => {
    await open();
    time.advance(hour);
    expect(await inWork((work) => book.meet(work, reference))).toEqual({ ended: true, late: false });
    expect(await inWork((work) => book.cancel(work, reference))).toEqual({ ended: false, late: false });
    expect(await facts()).toEqual(['clock.opened', 'clock.ended']);
  });

  it('moves with a reason; rungs taken are not taken again', async () => {
    await open();
    time.advance(29 * hour);
    await book.decide(id);
    const request = {
      due: new Date('2023-10-12T10:00:00Z'),
      policy: testPolicy,
      explanation: { zh: '延期', en: 'Extended' },
    };
    const moved = await inWork((work) => book.move(work, reference, request));
    expect(moved).toMatchObject({
      version: 3,
      due: '2023-10-12T10:00:00.000Z',
      wakeAt: '2023-10-12T10:00:00.000Z',
    });
    expect(await facts()).toEqual(['clock.opened', 'clock.rungTaken', 'clock.moved']);
  });

  it('does not know clocks that were never opened', async () => {
    await expect(book.decide('handover.acknowledge.none')).rejects.toMatchObject({
      code: 'resource.notFound',
    });
    expect(await inWork((work) => book.meet(work, reference))).toEqual({ ended: false, late: false });
  });

  describe('watchdog', () => {
    it('keeps still while clocks are heard in time', async () => {
      await open();
      time.advance(29 * hour + 300_000);
      expect(await watchdog.sweep()).toEqual([]);
    });

    it('tells again of a clock that nobody asked about, once per waiting time', async () => {
      await open();
      time.advance(29 * hour + 300_001);
      expect(await watchdog.sweep()).toEqual([id]);
      expect(await watchdog.sweep()).toEqual([]);
      await dataSource.query(`UPDATE clock SET reminded_at = reminded_at - interval '6 minutes'`);
      expect(await watchdog.sweep()).toEqual([id]);
      const told = await dataSource.query<{ data: unknown }[]>(
        `SELECT envelope->'data' AS data FROM outbox ORDER BY seq`,
      );
      expect(told).toEqual([told[0], told[0], told[0]]);
    });
  });
});
