import type { Policy, ReprojectionCause, Rung } from '@bihuan/contracts';
import { clockRuleOf } from '@bihuan/process-core';
import { referenceItem, testPolicy } from '@bihuan/testing/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClockWorld, startClockWorld } from '../clock-world.fixture.ts';
import { moved, movedYear } from './changed-reference.fixture.ts';
import { Reprojections } from './reprojections.ts';

const calendar = { kind: 'calendar' } as const;
const toVersion2 = { kind: 'policy', campaignCode: 'SX2023', toVersion: 2 } as const;
const hazardNo = 'SX2023-140105-GAS-202310-000017';
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;

describe('a re-projection of a clock that is late', () => {
  let world: ClockWorld;
  let reprojections: Reprojections;
  beforeAll(async () => {
    world = await startClockWorld('handover');
    reprojections = new Reprojections(world.dataSource, world.reference, world.time);
  });
  beforeEach(async () => {
    await world.reset('2023-10-09T09:00:00+08:00');
    await world.inWork((work) =>
      world.book.open(work, {
        ...{ ...reference, hazardNo, start: work.now, policy: testPolicy },
        waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
      }),
    );
  });
  afterAll(() => world.close());

  const applied = async (cause: ReprojectionCause = calendar) => {
    const { hash } = await reprojections.preview(cause);
    return world.inWork((work) => reprojections.apply(work, hash, { cause, reason: '放假安排调整' }));
  };
  const clock = async () => {
    const [row] = await world.dataSource.query<[Record<string, unknown>]>(
      `SELECT due, wake_at AS wake, overdue_at AS late, ladder, ladder_since AS since, policy_version AS policy,
         ARRAY(SELECT concat_ws(' ', r ->> 'rung', r ->> 'at') FROM jsonb_array_elements(rungs) r) AS rungs
       FROM clock`,
    );
    return row;
  };
  const behind = async () => {
    const rows = await world.dataSource.query<{ line: string }[]>(
      `SELECT ladder || ' ' || rung || CASE WHEN taken THEN '' ELSE ' skipped' END AS line FROM clock_rung ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  };
  const decide = () => world.book.decide(id);
  /** A second policy with another ladder and the same period. */
  const referOtherLadder = () => {
    const ladder: Rung[] = [{ rung: 'overdue' }, { rung: 'leader', after: { workingDays: 1 } }];
    const acknowledge = { ...clockRuleOf(testPolicy, 'acknowledge'), ladder };
    const second: Policy = { ...testPolicy, version: 2, clocks: { ...testPolicy.clocks, acknowledge } };
    const campaign = world.reference.requireCampaign('SX2023', '2023-10-09');
    world.refer([referenceItem('campaign', 'SX2023', { ...campaign, policies: [testPolicy, second] })]);
  };

  it('to a later date begins another ladder: whoever does not keep that one either is told of anew', async () => {
    world.time.advanceTo('2023-10-10T18:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'overdue' });
    world.refer([moved]);
    await applied();
    expect(await clock()).toMatchObject({
      ...{ due: new Date('2023-10-11T10:00:00Z'), late: null, ladder: 2 },
      ...{ wake: new Date('2023-10-11T06:00:00Z') },
      rungs: [
        'reminder 2023-10-11T06:00:00.000Z',
        'overdue 2023-10-11T10:00:00.000Z',
        'leader 2023-10-16T10:00:00.000Z',
        'interview 2023-10-20T10:00:00.000Z',
      ],
    });
    world.time.advanceTo('2023-10-11T18:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'overdue', overdueAt: '2023-10-11T10:00:00.000Z' });
    expect(await behind()).toEqual([
      ...['1 overdue', '1 reminder skipped'],
      ...['2 overdue', '2 reminder skipped'],
    ]);
  });

  it('begins no rung that lies before that ladder, now or when it is moved again', async () => {
    world.time.advanceTo('2023-10-10T18:00:00+08:00');
    await decide();
    world.time.advanceTo('2023-10-11T16:00:00+08:00');
    world.refer([moved]);
    await applied();
    const rungs = [
      'overdue 2023-10-11T10:00:00.000Z',
      'leader 2023-10-16T10:00:00.000Z',
      'interview 2023-10-20T10:00:00.000Z',
    ];
    expect(await clock()).toMatchObject({ ladder: 2, rungs });
    const holidays = [...movedYear.holidays, '2023-10-13'];
    world.refer([{ ...moved, body: { ...movedYear, version: 3, holidays } }]);
    world.time.advanceTo('2023-10-11T17:00:00+08:00');
    await applied();
    expect(await clock()).toMatchObject({
      ladder: 2,
      rungs: [
        'overdue 2023-10-11T10:00:00.000Z',
        'leader 2023-10-17T10:00:00.000Z',
        'interview 2023-10-23T10:00:00.000Z',
      ],
    });
    expect(await behind()).toEqual(['1 overdue', '1 reminder skipped']);
  });

  it('that stands still counts the other ladder from when it had stopped', async () => {
    world.time.advanceTo('2023-10-10T18:00:00+08:00');
    await decide();
    await world.inWork((work) =>
      world.changes.pause(work, id, {
        ...{ version: 2, reasonCode: 'courtOrder', reason: '法院裁定停止执行', reference: null },
      }),
    );
    world.time.advanceTo('2023-10-12T09:00:00+08:00');
    world.refer([moved]);
    await applied();
    const since = new Date('2023-10-10T10:00:00Z');
    expect(await clock()).toMatchObject({ ladder: 2, since, late: null, wake: null });
    await world.inWork((work) => world.changes.resume(work, id, { version: 4, reason: '裁定解除' }));
    // The ends of the tenth, a holiday now, and of the eleventh came while it stood still.
    expect(await clock()).toMatchObject({
      ...{ due: new Date('2023-10-12T10:00:00Z'), wake: new Date('2023-10-12T06:00:00Z'), late: null },
    });
  });

  it('that is late by the new date as well keeps its rungs as they were put after an outage', async () => {
    world.time.advanceTo('2023-10-16T09:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'overdue' });
    const before = await clock();
    world.time.advanceTo('2023-10-17T09:00:00+08:00');
    world.refer([moved]);
    await applied();
    const due = new Date('2023-10-11T10:00:00Z');
    expect(await clock()).toEqual({ ...before, due, late: due });
    world.time.advanceTo('2023-10-19T09:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'leader', overdueAt: due.toISOString() });
    expect(await behind()).toEqual(['1 leader', '1 overdue', '1 reminder skipped']);
  });

  it('takes no rung again that it took by a date which has passed as well', async () => {
    world.time.advanceTo('2023-10-10T18:00:00+08:00');
    await decide();
    world.time.advanceTo('2023-10-13T18:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'leader' });
    world.refer([moved]);
    await applied();
    expect(await clock()).toMatchObject({ ladder: 1, rungs: ['interview 2023-10-19T10:00:00.000Z'] });
  });

  it('to another policy with the same date keeps the rungs as they were put after an outage', async () => {
    world.time.advanceTo('2023-10-16T09:00:00+08:00');
    expect(await decide()).toMatchObject({ rung: 'overdue' });
    const before = await clock();
    expect(before['rungs']).toEqual([
      'leader 2023-10-19T01:00:00.000Z',
      'interview 2023-10-25T01:00:00.000Z',
    ]);
    referOtherLadder();
    expect(await applied(toVersion2)).toMatchObject({ counts: { sameDue: 1 } });
    expect(await clock()).toEqual({ ...before, policy: 2 });
    expect(await behind()).toEqual(['1 overdue', '1 reminder skipped']);
  });

  it('takes no rung away that nobody has asked for yet', async () => {
    world.time.advanceTo('2023-10-10T18:01:00+08:00');
    const before = await clock();
    referOtherLadder();
    expect(await applied(toVersion2)).toMatchObject({ counts: { sameDue: 1, nowOverdue: 0 } });
    expect(await clock()).toEqual({ ...before, policy: 2 });
    expect(await decide()).toMatchObject({ rung: 'overdue' });
  });
});
