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

const waitsFor = { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室' };
const settings = { owner: 'disclosure', unheardAfterMs: 300_000, watchEveryMs: 30_000 } as const;

describe('clocks without a hazard', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let time: ManualBusinessClock;
  let unitOfWork: PostgresUnitOfWork;
  let book: ClockBook;
  let watchdog: ClockWatchdog;

  beforeAll(async () => {
    database = await createTestDatabase('disclosure');
    const { url, schema } = database;
    dataSource = await openDatabase({ url, schema, entities: [], migrations: [] });
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

  const inWork = <T>(body: (work: Work) => Promise<T>): Promise<T> =>
    unitOfWork.run({ actor: serviceActor('disclosure'), correlationId: 'test' }, body);
  const edition = {
    kind: 'monthlyEdition',
    subject: 'SX2023.2023-10',
    obligation: {
      subject: { kind: 'monthlyEdition', campaignCode: 'SX2023', month: '2023-10' },
      title: { zh: '发布2023年10月信息公开', en: 'Publish the edition of October 2023' },
    },
  } as const;
  const editionId = 'disclosure.monthlyEdition.SX2023.2023-10';
  const namedDue = new Date('2023-10-10T10:00:00Z');
  const explanation = { zh: '次月', en: 'The next month' };
  const openEdition = () =>
    inWork((work) =>
      book.openObligation(work, {
        ...edition,
        start: work.now,
        namedDue,
        explanation,
        waitsFor,
        policy: testPolicy,
      }),
    );
  const told = () =>
    dataSource.query<{ type: string; key: string; about: unknown; data: Record<string, unknown> }[]>(
      `SELECT type, key, envelope->'aggregate' AS about, envelope->'data' AS data FROM outbox ORDER BY seq`,
    );

  it('tells of itself under its own id, with subject and title', async () => {
    const clock = await openEdition();
    expect(clock).toMatchObject({ clockId: editionId, ...edition.obligation, state: 'open' });
    expect(clock).not.toHaveProperty('hazardNo');
    expect(await told()).toEqual([
      {
        type: 'obligation.opened',
        key: editionId,
        about: { type: 'obligation', id: editionId },
        data: clock,
      },
    ]);
  });

  it('climbs its ladder, and ends once', async () => {
    const { due } = await openEdition();
    time.advanceTo(due);
    expect(await book.decide(editionId)).toMatchObject({ outcome: 'rungTaken', rung: 'overdue' });
    expect(await inWork((work) => book.meet(work, edition))).toEqual({ ended: true, late: true });
    expect(await book.decide(editionId)).toMatchObject({ outcome: 'ended' });
    expect((await told()).map(({ type }) => type)).toEqual([
      'obligation.opened',
      'obligation.rungTaken',
      'obligation.ended',
    ]);
  });

  it('is watched too', async () => {
    const { due } = await openEdition();
    time.advanceTo(due);
    time.advance(300_001);
    expect(await watchdog.sweep()).toEqual([editionId]);
    expect((await told()).map(({ type }) => type)).toEqual(['obligation.opened', 'obligation.opened']);
  });
});
