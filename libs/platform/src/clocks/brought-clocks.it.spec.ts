import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testPolicy } from '@bihuan/testing/reference';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const due = '2023-10-10T10:00:00.000Z';

describe('clocks of a hazard that a ledger brought', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('handover')));
  beforeEach(() => world.reset('2023-10-12T09:00:00+08:00'));
  afterAll(() => world.close());

  /** Started on Monday, brought on Thursday: due on Tuesday. */
  const request = (kind: 'acknowledge' | 'handOver' = 'acknowledge') => ({
    ...reference,
    kind,
    hazardNo,
    start: new Date('2023-10-09T01:00:00Z'),
    waitsFor,
    policy: testPolicy,
    broughtAt: world.time.now(),
  });
  it('are overdue since their true due; what lies behind is skipped, what is ahead is climbed at its time', async () => {
    const fact = await world.inWork((work) => world.book.open(work, request()));
    expect(fact).toMatchObject({ state: 'open', due, overdueAt: due, wakeAt: '2023-10-13T10:00:00.000Z' });
    expect((await world.rungs()).sort()).toEqual(['overdue skipped', 'reminder skipped']);
    expect(await world.book.decide(id)).toMatchObject({ outcome: 'notYet', overdueAt: due });
    world.time.advanceTo('2023-10-13T10:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({ rung: 'leader' });
    expect((await world.rungs()).sort()).toEqual(['leader', 'overdue skipped', 'reminder skipped']);
    expect(await world.facts()).toEqual(['clock.opened', 'clock.rungTaken']);
  });

  it('are opened once, with their skipped rungs', async () => {
    await world.inWork((work) => world.book.open(work, request()));
    await world.inWork((work) => world.book.open(work, request()));
    expect((await world.rungs()).sort()).toHaveLength(2);
    expect(await world.facts()).toEqual(['clock.opened']);
  });

  it.each([
    ['in time', '2023-10-10T02:00:00Z', false],
    ['late', '2023-10-11T02:00:00Z', true],
  ])('met %s are stored so, and the loop is not told', async (_, at, late) => {
    const end = { state: 'met', at: new Date(at) } as const;
    expect(await world.inWork((work) => world.book.openEnded(work, request(), end))).toEqual({ late });
    const [row] = await world.dataSource.query<[Record<string, unknown>]>(
      'SELECT state, version, ended_at AS "endedAt", overdue_at AS "overdueAt", wake_at AS "wakeAt" FROM clock',
    );
    expect(row).toEqual({
      state: 'met',
      version: 1,
      endedAt: new Date(at),
      overdueAt: late ? new Date(due) : null,
      wakeAt: null,
    });
    expect([await world.facts(), (await world.rungs()).sort()]).toEqual([[], []]);
    expect(await world.inWork((work) => world.book.open(work, request()))).toMatchObject({
      state: 'met',
      version: 1,
    });
  });

  it('do not take the place of a clock that runs', async () => {
    await world.inWork((work) => world.book.open(work, { ...request(), broughtAt: undefined }));
    const end = { state: 'met', at: new Date('2023-10-10T02:00:00Z') } as const;
    await world.inWork((work) => world.book.openEnded(work, request(), end));
    expect(await world.dataSource.query('SELECT state FROM clock')).toEqual([{ state: 'open' }]);
  });

  it('all end at once where nothing is to be done any more, each told', async () => {
    await world.inWork(async (work) => {
      await world.book.open(work, request());
      await world.book.open(work, request('handOver'));
      await world.book.open(work, {
        ...request(),
        hazardNo: 'SX2023-140105-GAS-202310-000025',
        subject: 'other',
      });
    });
    await world.inWork((work) => world.book.cancelAll(work, hazardNo));
    await world.inWork((work) => world.book.cancelAll(work, hazardNo));
    const states: unknown = await world.dataSource.query(
      'SELECT state, overdue_at AS late FROM clock ORDER BY hazard_no, id',
    );
    const cancelled = { state: 'cancelled', late: new Date(due) };
    expect(states).toEqual([cancelled, cancelled, { state: 'open', late: new Date(due) }]);
    expect((await world.facts()).filter((type) => type === 'clock.ended')).toHaveLength(2);
  });

  it('of one kind are met together', async () => {
    await world.inWork(async (work) => {
      await world.book.open(work, request());
      await world.book.open(work, request('handOver'));
      await world.book.open(work, { ...request('handOver'), subject: `${hazardNo}.1` });
      await world.book.meetAll(work, hazardNo, 'handOver');
    });
    const states: unknown = await world.dataSource.query('SELECT kind, state FROM clock ORDER BY id');
    expect(states).toEqual([
      { kind: 'acknowledge', state: 'open' },
      { kind: 'handOver', state: 'met' },
      { kind: 'handOver', state: 'met' },
    ]);
  });
});
