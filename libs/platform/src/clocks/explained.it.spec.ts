import type { ReprojectionCause } from '@bihuan/contracts';
import { referenceItem, testPolicy } from '@bihuan/testing/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClockReplies } from './clock-replies.ts';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';
import { moved, movedYear, withSecondPolicy } from './reprojection/changed-reference.fixture.ts';
import { Reprojections } from './reprojection/reprojections.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;

describe('why this date', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('handover')));
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

  const shown = async () => {
    const { settings, reference: book, time, dataSource } = world;
    const replies = new ClockReplies(settings, book, time);
    const [clock] = await replies.ofHazard(dataSource.manager, hazardNo, 'en');
    if (!clock) throw new Error('no clock');
    return clock;
  };
  const days = async () => (await shown()).days.map(({ date, reason }) => `${date} ${reason}`);
  const applied = async (cause: ReprojectionCause) => {
    const reprojections = new Reprojections(world.dataSource, world.reference, world.time);
    const { hash } = await reprojections.preview(cause);
    return world.inWork((work) => reprojections.apply(work, hash, { cause, reason: '放假安排调整' }));
  };
  const asOpened = ['2023-10-09 startDay', '2023-10-10 workingDay'];

  it('is told by the calendar that the date was counted by, whatever that has become since', async () => {
    expect(await days()).toEqual(asOpened);
    world.refer([moved]);
    expect(await days()).toEqual(asOpened);
    await world.inWork((work) => world.book.meet(work, reference));
    expect(await days()).toEqual(asOpened);
    expect(await shown()).toMatchObject({ state: 'met', calendarVersion: 1, dueByToday: null });
  });

  it('is told anew where a re-projection has moved the date', async () => {
    world.refer([moved]);
    await applied({ kind: 'calendar' });
    expect(await days()).toEqual(['2023-10-09 startDay', '2023-10-10 holiday', '2023-10-11 workingDay']);
    expect(await shown()).toMatchObject({ calendarVersion: 2 });
  });

  it('is told anew where another policy comes to the date by another period', async () => {
    world.refer([withSecondPolicy({ days: 1 })]);
    expect(await applied({ kind: 'policy', campaignCode: 'SX2023', toVersion: 2 })).toMatchObject({
      counts: { sameDue: 1 },
    });
    expect(await days()).toEqual(['2023-10-09 startDay', '2023-10-10 calendarDay']);
    expect((await shown()).explanation).toContain('1 day from 2023-10-09');
  });

  it('stays as it was told where rungs alone are moved', async () => {
    const before = await shown();
    const holidays = [...movedYear.holidays.filter((day) => day !== '2023-10-10'), '2023-10-13'];
    world.refer([referenceItem('calendarYear', '2023', { ...movedYear, holidays })]);
    expect(await applied({ kind: 'calendar' })).toMatchObject({ counts: { sameDue: 1 } });
    const { explanation, calendarVersion, days: told, rungsAhead } = await shown();
    expect({ explanation, calendarVersion, days: told }).toEqual({
      ...{ explanation: before.explanation, calendarVersion: before.calendarVersion, days: before.days },
    });
    expect(rungsAhead).not.toEqual(before.rungsAhead);
  });

  it('knows which days a pause took, after the clock has ended too', async () => {
    const order = { reasonCode: 'forceMajeure', reason: '暴雨封路', reference: null } as const;
    await world.inWork((work) => world.changes.pause(work, id, { version: 1, ...order }));
    world.time.advanceTo('2023-10-11T09:00:00+08:00');
    await world.inWork((work) => world.changes.resume(work, id, { version: 2, reason: '雨停' }));
    await world.inWork((work) => world.book.meet(work, reference));
    world.refer([moved]);
    expect(await days()).toEqual([
      ...['2023-10-09 startDay', '2023-10-10 paused', '2023-10-11 workingDay', '2023-10-12 workingDay'],
    ]);
  });

  it('of a clock from before the days were kept is told only where today’s calendar comes to its date', async () => {
    await world.dataSource.query('UPDATE clock SET days = NULL');
    expect(await days()).toEqual(asOpened);
    world.refer([moved]);
    expect(await days()).toEqual([]);
  });
});
