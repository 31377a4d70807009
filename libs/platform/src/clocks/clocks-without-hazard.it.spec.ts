import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { referenceItem, testPolicy } from '@bihuan/testing/reference';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';
import { movedYear } from './reprojection/changed-reference.fixture.ts';
import { Reprojections } from './reprojection/reprojections.ts';

const waitsFor = { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室' };

describe('clocks without a hazard', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('disclosure')));
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

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
    world.inWork((work) =>
      world.book.openObligation(work, {
        ...edition,
        start: work.now,
        namedDue,
        explanation,
        waitsFor,
        policy: testPolicy,
      }),
    );
  const told = () =>
    world.dataSource.query<{ type: string; key: string; about: unknown; data: Record<string, unknown> }[]>(
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

  it('keeps its own words when a re-projection moves its rungs', async () => {
    await openEdition();
    const holidays = [...movedYear.holidays, '2023-10-12'];
    world.refer([referenceItem('calendarYear', '2023', { ...movedYear, holidays })]);
    const reprojections = new Reprojections(world.dataSource, world.reference, world.time);
    const cause = { kind: 'calendar' } as const;
    const { hash, counts } = await reprojections.preview(cause);
    expect(counts).toMatchObject({ sameDue: 1 });
    await world.inWork((work) => reprojections.apply(work, hash, { cause, reason: '放假安排调整' }));
    const [row] = await world.dataSource.query<[object]>(
      'SELECT explanation_zh AS zh, explanation_en AS en FROM clock',
    );
    expect(row).toEqual(explanation);
  });

  it('climbs its ladder, and ends once', async () => {
    const { due } = await openEdition();
    world.time.advanceTo(due);
    expect(await world.book.decide(editionId)).toMatchObject({ outcome: 'rungTaken', rung: 'overdue' });
    expect(await world.inWork((work) => world.book.meet(work, edition))).toEqual({ ended: true, late: true });
    expect(await world.book.decide(editionId)).toMatchObject({ outcome: 'ended' });
    expect((await told()).map(({ type }) => type)).toEqual([
      'obligation.opened',
      'obligation.rungTaken',
      'obligation.ended',
    ]);
  });

  it('is watched too', async () => {
    const { due } = await openEdition();
    world.time.advanceTo(due);
    world.time.advance(300_001);
    expect(await world.watchdog.sweep()).toEqual([editionId]);
    expect((await told()).map(({ type }) => type)).toEqual(['obligation.opened', 'obligation.opened']);
  });
});
