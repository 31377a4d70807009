import type { Policy, ReprojectionCause } from '@bihuan/contracts';
import { referenceItem, testPolicy } from '@bihuan/testing/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClockWorld, startClockWorld } from '../clock-world.fixture.ts';
import { isAlone } from './groups.ts';
import { moved, withSecondPolicy } from './changed-reference.fixture.ts';
import { Reprojections } from './reprojections.ts';

const calendar = { kind: 'calendar' } as const;
const toVersion2 = { kind: 'policy', campaignCode: 'SX2023', toVersion: 2 } as const;
const reason = '国务院办公厅调整放假安排';
const hazardNo = (serial: number) => `SX2023-140105-GAS-202310-0000${serial}7`;

describe('a re-projection', () => {
  let world: ClockWorld;
  let reprojections: Reprojections;
  beforeAll(async () => {
    world = await startClockWorld('handover');
    reprojections = new Reprojections(world.dataSource, world.reference, world.time);
  });
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

  const open = (serial: number, own: { namedDue?: Date; kind?: 'rectify'; policy?: Policy } = {}) =>
    world.inWork((work) =>
      world.book.open(work, {
        ...{ kind: 'acknowledge', subject: String(serial), start: work.now, policy: testPolicy },
        ...{ hazardNo: hazardNo(serial), waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' }, ...own },
      }),
    );
  const apply = (hash: string, cause: ReprojectionCause = calendar) =>
    world.inWork((work) => reprojections.apply(work, hash, { cause, reason }));
  const applied = async (cause: ReprojectionCause = calendar) =>
    apply((await reprojections.preview(cause)).hash, cause);
  const clocks = () =>
    world.dataSource.query<Record<string, unknown>[]>(
      `SELECT id, version, due, wake_at AS wake, overdue_at AS late, policy_version AS policy, to_tell AS tell
       FROM clock ORDER BY id`,
    );

  it('moves what spans a new holiday, as previewed, and nothing else', async () => {
    await open(1);
    await world.inWork((work) => world.book.meet(work, { kind: 'acknowledge', subject: '1' }));
    await open(2);
    world.time.advanceTo('2023-10-11T09:00:00+08:00');
    await open(3);
    world.refer([moved]);
    const preview = await reprojections.preview(calendar);
    expect(preview).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { looked: 2, earlier: 0, later: 1, sameDue: 0, nowOverdue: 0 },
      sample: [
        {
          ...{ clockId: 'handover.acknowledge.2', kind: 'acknowledge', hazardNo: hazardNo(2) },
          ...{ dueBefore: '2023-10-10T10:00:00.000Z', dueAfter: '2023-10-11T10:00:00.000Z' },
        },
      ],
    });
    expect(await apply(preview.hash)).toEqual({ hash: preview.hash, counts: preview.counts, toTell: 1 });
    expect(await reprojections.preview(calendar)).toMatchObject({ counts: { looked: 2, later: 0 } });
    const [change] = await world.dataSource.query<[Record<string, unknown>]>(
      'SELECT kind, due_before, due_after, reason, reference, person FROM clock_change',
    );
    expect(change).toEqual({
      ...{ kind: 'reprojection', reason, reference: preview.hash, person: 'service:handover' },
      due_before: new Date('2023-10-10T10:00:00Z'),
      due_after: new Date('2023-10-11T10:00:00Z'),
    });
  });

  it('is refused where anything has changed since the preview, and then changes nothing', async () => {
    await open(1);
    world.refer([moved]);
    const { hash } = await reprojections.preview(calendar);
    await world.inWork((work) =>
      world.book.redirect(
        work,
        { kind: 'acknowledge', subject: '1' },
        { orgCode: 'DT', orgName: '大同市人民政府' },
      ),
    );
    const before = await clocks();
    await expect(apply(hash)).rejects.toMatchObject({ code: 'reprojection.changed' });
    expect(await clocks()).toEqual(before);
    expect(await world.rungs()).toEqual([]);
  });

  it('tells of what wakes earlier first, and wakes nobody for what moves later', async () => {
    world.refer([withSecondPolicy()]);
    const [first, second] = world.reference.requireCampaign('SX2023', '2023-10-09').policies;
    await open(1, { policy: second! });
    await open(2);
    expect(await applied(toVersion2)).toMatchObject({ counts: { looked: 1, later: 1 }, toTell: 1 });
    const shorter = { ...second!, version: 3, clocks: first!.clocks };
    const campaign = world.reference.requireCampaign('SX2023', '2023-10-09');
    world.refer([referenceItem('campaign', 'SX2023', { ...campaign, policies: [first!, second!, shorter] })]);
    await world.dataSource.query(`UPDATE clock SET policy_version = 3 WHERE id LIKE '%.2'`);
    expect(await applied({ ...toVersion2, toVersion: 3 })).toMatchObject({
      counts: { looked: 1, earlier: 1 },
    });
    expect(await clocks()).toMatchObject([
      { due: new Date('2023-10-10T10:00:00Z'), policy: 3, tell: 'earlier' },
      { due: new Date('2023-10-12T10:00:00Z'), policy: 3, tell: 'later' },
    ]);
    expect(await world.watchdog.tellMoved()).toBe(2);
    expect(await world.watchdog.tellMoved()).toBe(0);
    const told = await world.dataSource.query<{ id: string; unhurried: string | null }[]>(
      `SELECT envelope -> 'data' ->> 'clockId' AS id, envelope -> 'data' ->> 'unhurried' AS unhurried
       FROM outbox WHERE type = 'clock.moved' ORDER BY id`,
    );
    expect(told).toEqual([
      { id: 'handover.acknowledge.1', unhurried: null },
      { id: 'handover.acknowledge.2', unhurried: 'true' },
    ]);
  });

  it('makes a clock late whose new date has passed; what was missed is skipped, the rest is climbed', async () => {
    world.refer([moved]);
    await open(1);
    world.time.advanceTo('2023-10-11T09:00:00+08:00');
    world.refer();
    expect(await applied()).toMatchObject({ counts: { earlier: 1, nowOverdue: 1 } });
    expect(await clocks()).toMatchObject([
      {
        due: new Date('2023-10-10T10:00:00Z'),
        late: new Date('2023-10-10T10:00:00Z'),
        wake: new Date('2023-10-13T10:00:00Z'),
        tell: 'later',
      },
    ]);
    expect(await world.rungs()).toEqual(['overdue skipped', 'reminder skipped']);
  });

  it('never moves a date that a person named, only the rungs before and behind it', async () => {
    await open(1, { kind: 'rectify', namedDue: new Date('2023-10-12T10:00:00Z') });
    world.refer([moved]);
    expect(await applied()).toMatchObject({ counts: { looked: 1, sameDue: 1, earlier: 0, later: 0 } });
    expect(await clocks()).toMatchObject([{ due: new Date('2023-10-12T10:00:00Z'), tell: 'later' }]);
  });

  it('leaves behind what is behind, skips what was missed, and knows no rung from before the start', async () => {
    const named = { kind: 'rectify', namedDue: new Date('2023-10-13T10:00:00Z') } as const;
    await open(1);
    await open(2, named);
    world.time.advanceTo('2023-10-10T15:00:00+08:00');
    await world.book.decide('handover.acknowledge.1');
    await open(3, named);
    world.refer([moved]);
    expect(await applied()).toMatchObject({ counts: { later: 1, sameDue: 2 } });
    const behind = await world.dataSource.query<object[]>(
      'SELECT clock_id AS id, rung, taken FROM clock_rung ORDER BY 1',
    );
    expect(behind).toEqual([
      { id: 'handover.acknowledge.1', rung: 'reminder', taken: true },
      { id: 'handover.rectify.2', rung: 'reminder', taken: false },
    ]);
    const ahead = await world.dataSource.query<{ rungs: string[] }[]>(
      `SELECT ARRAY(SELECT r ->> 'rung' FROM jsonb_array_elements(rungs) r) AS rungs FROM clock`,
    );
    const left = { rungs: ['overdue', 'leader', 'interview'] };
    expect(ahead).toEqual([left, left, left]);
  });

  it('keeps every pause and every extension', async () => {
    const order = { reasonCode: 'forceMajeure', reason: '暴雨封路', reference: null } as const;
    await open(1);
    await open(2);
    await world.inWork((work) =>
      world.changes.pause(work, 'handover.acknowledge.1', { version: 1, ...order }),
    );
    await world.inWork((work) =>
      world.book.extend(
        work,
        { kind: 'acknowledge', subject: '2' },
        { due: new Date('2023-10-20T10:00:00Z'), reason: '同意', reference: 'P-2' },
      ),
    );
    world.time.advanceTo('2023-10-11T09:00:00+08:00');
    await world.inWork((work) =>
      world.changes.resume(work, 'handover.acknowledge.1', { version: 2, reason: '雨停' }),
    );
    world.refer([moved]);
    await applied();
    expect(await clocks()).toMatchObject([
      { due: new Date('2023-10-12T10:00:00Z') },
      { due: new Date('2023-10-20T10:00:00Z') },
    ]);
    world.refer([withSecondPolicy()]);
    await applied(toVersion2);
    expect(await clocks()).toMatchObject([
      { due: new Date('2023-10-16T10:00:00Z'), policy: 2 },
      { due: new Date('2023-10-20T10:00:00Z'), policy: 2 },
    ]);
  });

  it('takes no rung from a clock that stands still: what passes meanwhile is not missed', async () => {
    await open(1);
    await world.inWork((work) =>
      world.changes.pause(work, 'handover.acknowledge.1', {
        ...{ version: 1, reasonCode: 'courtOrder', reason: '法院裁定停止执行', reference: null },
      }),
    );
    world.time.advanceTo('2023-10-23T09:00:00+08:00');
    world.refer([moved]);
    expect(await applied()).toMatchObject({ counts: { later: 1, nowOverdue: 0 } });
    expect(await world.rungs()).toEqual([]);
    await world.inWork((work) =>
      world.changes.resume(work, 'handover.acknowledge.1', { version: 3, reason: '裁定解除' }),
    );
    const resumed = { due: new Date('2023-10-24T10:00:00Z'), wake: new Date('2023-10-24T06:00:00Z') };
    expect(await clocks()).toMatchObject([{ ...resumed, late: null }]);
    world.time.advanceTo('2023-10-24T18:00:00+08:00');
    expect(await world.book.decide('handover.acknowledge.1')).toMatchObject({ rung: 'overdue' });
  });

  it('never brings back a date that was granted, also where the old one was kept', async () => {
    world.refer([moved]);
    await open(1);
    const granted = { due: new Date('2023-10-10T10:00:00Z'), reason: '维持原期限', reference: 'P-1' };
    await world.inWork((work) => world.book.extend(work, { kind: 'acknowledge', subject: '1' }, granted));
    world.refer();
    await applied();
    expect(await clocks()).toMatchObject([{ due: new Date('2023-10-11T10:00:00Z') }]);
  });

  it('finds by an index which clocks were ever paused or extended, beside a row for each that was moved', async () => {
    await world.dataSource.query(
      `INSERT INTO clock_change (id, clock_id, kind, at, due_before, due_after, reason, person)
       SELECT uuidv7(), 'clock' || n, 'reprojection', now(), now(), now(), '', '' FROM generate_series(1, 5000) n`,
    );
    await world.database.asSuperuser('ANALYZE clock_change');
    const plan = await world.dataSource.query<object[]>(`EXPLAIN SELECT id FROM clock c WHERE ${isAlone}`);
    expect(JSON.stringify(plan)).toContain('clock_change_move');
  });

  it('knows the versions of the policy', async () => {
    await open(1);
    await expect(reprojections.preview({ ...toVersion2, toVersion: 9 })).rejects.toMatchObject({
      code: 'policy.versionUnknown',
    });
  });
});
