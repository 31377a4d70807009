import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { ManualBusinessClock } from '@bihuan/testing/time';
import type { DataSource } from 'typeorm';
import { OutboxNudge, PostgresUnitOfWork, serviceActor, type Work } from '../commands/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { ClockBook } from './clock-book.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const due = '2023-10-10T10:00:00.000Z';

describe('clocks of a hazard that a ledger brought', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let time: ManualBusinessClock;
  let unitOfWork: PostgresUnitOfWork;
  let book: ClockBook;

  beforeAll(async () => {
    database = await createTestDatabase('handover');
    const { url, schema } = database;
    dataSource = await openDatabase({ url, schema, entities: [], migrations: [] });
  });

  beforeEach(async () => {
    await database.asSuperuser(
      'SET session_replication_role = replica; TRUNCATE clock, clock_rung, outbox, audit_entry',
    );
    time = new ManualBusinessClock('2023-10-12T09:00:00+08:00');
    unitOfWork = new PostgresUnitOfWork(dataSource, time, new OutboxNudge(dataSource));
    const copies = new ReferenceBook();
    const items = smallProvince();
    copies.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);
    const settings = { owner: 'handover', unheardAfterMs: 300_000, watchEveryMs: 30_000 } as const;
    book = new ClockBook(settings, copies, unitOfWork);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const inWork = <T>(body: (work: Work) => Promise<T>): Promise<T> =>
    unitOfWork.run({ actor: serviceActor('handover'), correlationId: 'test' }, body);
  /** Started on Monday, brought on Thursday: due on Tuesday. */
  const request = (kind: 'acknowledge' | 'handOver' = 'acknowledge') => ({
    ...reference,
    kind,
    hazardNo,
    start: new Date('2023-10-09T01:00:00Z'),
    waitsFor,
    policy: testPolicy,
    broughtAt: time.now(),
  });
  const told = async () => {
    const rows = await dataSource.query<{ type: string }[]>('SELECT type FROM outbox ORDER BY seq');
    return rows.map(({ type }) => type);
  };
  const rungs = async () => {
    const rows = await dataSource.query<{ line: string }[]>(
      `SELECT rung || CASE WHEN taken THEN '' ELSE ' skipped' END AS line FROM clock_rung ORDER BY line`,
    );
    return rows.map(({ line }) => line);
  };

  it('are overdue since their true due; what lies behind is skipped, what is ahead is climbed at its time', async () => {
    const fact = await inWork((work) => book.open(work, request()));
    expect(fact).toMatchObject({ state: 'open', due, overdueAt: due, wakeAt: '2023-10-13T10:00:00.000Z' });
    expect(await rungs()).toEqual(['overdue skipped', 'reminder skipped']);
    expect(await book.decide(id)).toMatchObject({ outcome: 'notYet', overdueAt: due });
    time.advanceTo('2023-10-13T10:00:00Z');
    expect(await book.decide(id)).toMatchObject({ rung: 'leader' });
    expect(await rungs()).toEqual(['leader', 'overdue skipped', 'reminder skipped']);
    expect(await told()).toEqual(['clock.opened', 'clock.rungTaken']);
  });

  it('are opened once, with their skipped rungs', async () => {
    await inWork((work) => book.open(work, request()));
    await inWork((work) => book.open(work, request()));
    expect(await rungs()).toHaveLength(2);
    expect(await told()).toEqual(['clock.opened']);
  });

  it.each([
    ['in time', '2023-10-10T02:00:00Z', false],
    ['late', '2023-10-11T02:00:00Z', true],
  ])('met %s are stored so, and the loop is not told', async (_, at, late) => {
    const end = { state: 'met', at: new Date(at) } as const;
    expect(await inWork((work) => book.openEnded(work, request(), end))).toEqual({ late });
    const [row] = await dataSource.query<[Record<string, unknown>]>(
      'SELECT state, version, ended_at AS "endedAt", overdue_at AS "overdueAt", wake_at AS "wakeAt" FROM clock',
    );
    expect(row).toEqual({
      state: 'met',
      version: 1,
      endedAt: new Date(at),
      overdueAt: late ? new Date(due) : null,
      wakeAt: null,
    });
    expect([await told(), await rungs()]).toEqual([[], []]);
    expect(await inWork((work) => book.open(work, request()))).toMatchObject({ state: 'met', version: 1 });
  });

  it('do not take the place of a clock that runs', async () => {
    await inWork((work) => book.open(work, { ...request(), broughtAt: undefined }));
    const end = { state: 'met', at: new Date('2023-10-10T02:00:00Z') } as const;
    await inWork((work) => book.openEnded(work, request(), end));
    expect(await dataSource.query('SELECT state FROM clock')).toEqual([{ state: 'open' }]);
  });

  it('all end at once where nothing is to be done any more, each told', async () => {
    await inWork(async (work) => {
      await book.open(work, request());
      await book.open(work, request('handOver'));
      await book.open(work, { ...request(), hazardNo: 'SX2023-140105-GAS-202310-000025', subject: 'other' });
    });
    await inWork((work) => book.cancelAll(work, hazardNo));
    await inWork((work) => book.cancelAll(work, hazardNo));
    const states: unknown = await dataSource.query(
      'SELECT state, overdue_at AS late FROM clock ORDER BY hazard_no, id',
    );
    const cancelled = { state: 'cancelled', late: new Date(due) };
    expect(states).toEqual([cancelled, cancelled, { state: 'open', late: new Date(due) }]);
    expect((await told()).filter((type) => type === 'clock.ended')).toHaveLength(2);
  });

  it('of one kind are met together', async () => {
    await inWork(async (work) => {
      await book.open(work, request());
      await book.open(work, request('handOver'));
      await book.open(work, { ...request('handOver'), subject: `${hazardNo}.1` });
      await book.meetAll(work, hazardNo, 'handOver');
    });
    const states: unknown = await dataSource.query('SELECT kind, state FROM clock ORDER BY id');
    expect(states).toEqual([
      { kind: 'acknowledge', state: 'open' },
      { kind: 'handOver', state: 'met' },
      { kind: 'handOver', state: 'met' },
    ]);
  });
});
