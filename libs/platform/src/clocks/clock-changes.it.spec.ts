import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testPolicy } from '@bihuan/testing/reference';
import { assertNoDrift } from '../persistence/index.ts';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const order = {
  reasonCode: 'courtOrder',
  reason: '法院裁定停止执行',
  reference: '（2023）晋01行保1号',
} as const;

describe('a clock that is paused or extended', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('handover')));
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

  const open = () =>
    world.inWork((work) =>
      world.book.open(work, {
        ...{ ...reference, hazardNo, start: work.now, policy: testPolicy },
        waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
      }),
    );
  const pause = (version: number) =>
    world.inWork((work) => world.changes.pause(work, id, { version, ...order }));
  const resume = (version: number) =>
    world.inWork((work) => world.changes.resume(work, id, { version, reason: '裁定解除' }));
  const extend = (due: string) =>
    world.inWork((work) =>
      world.book.extend(work, reference, { due: new Date(due), reason: '同意延期', reference: 'P-1' }),
    );
  const changes = () =>
    world.dataSource.query<Record<string, unknown>[]>(
      `SELECT kind, due_before AS before, due_after AS after, reason_code AS code, reference, person
       FROM clock_change ORDER BY at, id`,
    );
  const refused = (code: string) => expect.objectContaining({ code });

  it('has tables and entities that agree', () => assertNoDrift(world.dataSource));

  it('is not asked about while it stands still, and loses the days of the pause', async () => {
    await open();
    expect(await pause(1)).toMatchObject({ version: 2, wakeAt: null, pausedAt: world.time.now() });
    world.time.advanceTo('2023-10-11T02:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({ outcome: 'paused', version: 2, overdueAt: null });
    // Monday's and Tuesday's ends fell into the pause: one working day is left from Wednesday on.
    expect(await resume(2)).toMatchObject({
      version: 3,
      due: new Date('2023-10-12T10:00:00Z'),
      wakeAt: new Date('2023-10-12T06:00:00Z'),
      pausedAt: null,
    });
    expect(await changes()).toEqual([
      {
        kind: 'pause',
        before: new Date('2023-10-10T10:00:00Z'),
        after: new Date('2023-10-10T10:00:00Z'),
        code: 'courtOrder',
        reference: order.reference,
        person: 'service:handover',
      },
      {
        kind: 'resume',
        before: new Date('2023-10-10T10:00:00Z'),
        after: new Date('2023-10-12T10:00:00Z'),
        code: null,
        reference: null,
        person: 'service:handover',
      },
    ]);
    expect(await world.facts()).toEqual(['clock.opened', 'clock.moved', 'clock.moved']);
  });

  it('is not late when it is met while it stands still, however long that lasted', async () => {
    await open();
    await pause(1);
    world.time.advanceTo('2023-11-01T02:00:00Z');
    expect(await world.inWork((work) => world.book.meet(work, reference))).toEqual({
      ended: true,
      late: false,
    });
  });

  it('stays late when it was late already, and its next rungs are put off', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({ rung: 'overdue' });
    await pause(2);
    world.time.advanceTo('2023-10-12T10:00:00Z');
    const row = await resume(3);
    // The leader's rung stood at Friday 18:00, two days on is a Sunday: Monday.
    expect(row).toMatchObject({
      due: new Date('2023-10-10T10:00:00Z'),
      overdueAt: new Date('2023-10-10T10:00:00Z'),
      wakeAt: new Date('2023-10-16T10:00:00Z'),
    });
    expect(await world.rungs()).toEqual(['reminder skipped', 'overdue']);
  });

  it('climbs a ladder of its own for the date that was granted', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:00:00Z');
    await world.book.decide(id);
    expect(await extend('2023-10-20T10:00:00Z')).toMatchObject({
      due: '2023-10-20T10:00:00.000Z',
      wakeAt: '2023-10-20T06:00:00.000Z',
      overdueAt: null,
    });
    world.time.advanceTo('2023-10-20T10:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({
      rung: 'overdue',
      overdueAt: '2023-10-20T10:00:00.000Z',
    });
    expect(await world.rungs()).toEqual(['reminder skipped', 'overdue', 'reminder skipped', 'overdue']);
  });

  it('that was granted a date which has passed as well is told of at once', async () => {
    await open();
    world.time.advanceTo('2023-10-30T09:00:00+08:00');
    const due = '2023-10-12T10:00:00.000Z';
    expect(await extend(due)).toMatchObject({ due, wakeAt: due, overdueAt: due });
    expect(await world.book.decide(id)).toMatchObject({ rung: 'overdue', overdueAt: due });
    // The later rungs keep their spacing behind the one that was missed.
    expect(await world.book.decide(id)).toMatchObject({ outcome: 'notYet' });
    expect(await world.rungs()).toEqual(['overdue']);
  });

  it('puts a date that was granted while it stood still off by the days after the grant alone', async () => {
    await open();
    await pause(1);
    world.time.advanceTo('2023-10-12T02:00:00Z');
    await extend('2023-10-20T10:00:00Z');
    world.time.advanceTo('2023-10-13T02:00:00Z');
    expect(await resume(3)).toMatchObject({ due: new Date('2023-10-21T10:00:00Z') });
  });

  it('is never brought forward by an extension, and keeps standing still', async () => {
    await open();
    await pause(1);
    expect(await extend('2023-10-01T10:00:00Z')).toMatchObject({
      due: '2023-10-10T10:00:00.000Z',
      wakeAt: null,
      paused: true,
    });
  });

  it('keeps its ladder and its lateness where the date that was granted is no later', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:00:00Z');
    await world.book.decide(id);
    expect(await extend('2023-10-09T10:00:00Z')).toMatchObject({
      due: '2023-10-10T10:00:00.000Z',
      wakeAt: '2023-10-13T10:00:00.000Z',
      overdueAt: '2023-10-10T10:00:00.000Z',
    });
  });

  it('is not late by an extension that was granted while it stood still, and climbs the whole ladder behind it', async () => {
    await open();
    await pause(1);
    world.time.advanceTo('2023-10-20T01:00:00Z');
    expect(await extend('2023-10-24T10:00:00Z')).toMatchObject({ overdueAt: null, wakeAt: null });
    world.time.advanceTo('2023-10-23T01:00:00Z');
    await resume(3);
    const [{ due }] = await world.dataSource.query<[{ due: Date }]>('SELECT due FROM clock');
    // Three ends of a day have passed since the grant.
    expect(due).toEqual(new Date('2023-10-27T10:00:00Z'));
    world.time.advanceTo(due.toISOString());
    expect(await world.book.decide(id)).toMatchObject({ rung: 'overdue' });
  });

  it('that is late wakes for what is ahead of it, not for the reminder that nobody gave', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:01:00Z');
    expect(await pause(1)).toMatchObject({ overdueAt: new Date('2023-10-10T10:00:00Z') });
    world.time.advanceTo('2023-10-12T01:00:00Z');
    expect(await resume(2)).toMatchObject({ wakeAt: new Date('2023-10-12T00:59:00Z') });
    expect(await world.watchdog.sweep()).toEqual([]);
    expect(await world.book.decide(id)).toMatchObject({ rung: 'overdue' });
    expect(await world.rungs()).toEqual(['reminder skipped', 'overdue']);
  });

  it.each([
    ['paused twice', async () => (await pause(1), pause(2)), 'clock.paused'],
    ['resumed while it runs', () => resume(1), 'clock.notPaused'],
    ['paused by a version that was overtaken', () => pause(7), 'concurrency.stale'],
    ['resumed by a version that was overtaken', async () => (await pause(1), resume(1)), 'concurrency.stale'],
    [
      'paused after its end',
      async () => (await world.inWork((work) => world.book.meet(work, reference)), pause(2)),
      'clock.notOpen',
    ],
  ])('is not %s', async (_, command, code) => {
    await open();
    await expect(command()).rejects.toEqual(refused(code));
  });

  it('does not know clocks that were never opened, and extends none that has ended', async () => {
    await expect(pause(1)).rejects.toEqual(refused('clock.notFound'));
    await open();
    await world.inWork((work) => world.book.meet(work, reference));
    expect(await extend('2023-10-20T10:00:00Z')).toBeUndefined();
    expect(await changes()).toEqual([]);
  });
});
