import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@bihuan/platform/auth';
import {
  campaignHandler,
  departmentHandler,
  openReferenceBench,
  type ReferenceBench,
} from './reference-bench.fixture.ts';
import { ChangeDay } from './change-day.ts';
import { ListReference } from './list-reference.ts';

let bench: ReferenceBench;

beforeAll(async () => {
  bench = await openReferenceBench();
  await bench.loadSeed();
});

afterAll(() => bench.close());

describe('calendar', () => {
  const change = (caller: Caller, date: string, kind: 'holiday' | 'ordinary') => () =>
    bench.run((work) =>
      new ChangeDay(bench.masters, bench.register).execute(work, caller, date, {
        kind,
        reason: '省政府通知',
      }),
    );

  it('publishes the new version of the year', async () => {
    const { events, notes } = await bench.effectsOf(change(campaignHandler, '2023-10-10', 'holiday'));
    expect(events).toMatchObject([
      { key: 'calendarYear/2023/2019-01-01', data: { version: 2, body: { code: '2023', version: 2 } } },
    ]);
    expect(events[0]?.data.body['holidays']).toContain('2023-10-10');
    expect(notes).toBe(1);
  });

  it('writes nothing where the day is that already', async () => {
    const { result, events, notes } = await bench.effectsOf(change(campaignHandler, '2023-10-10', 'holiday'));
    expect(result).toMatchObject({ version: 2 });
    expect([events, notes]).toEqual([[], 0]);
  });

  it.each([
    ['a year that is not stored', campaignHandler, '2031-01-02', 'calendar.dayUnknown'],
    ['somebody outside the campaign office', departmentHandler, '2023-10-11', 'auth.notAllowed'],
  ])('refuses %s and writes nothing', async (_, caller, date, code) => {
    const { result, events, notes } = await bench.effectsOf(change(caller, date, 'holiday'));
    expect(result).toMatchObject({ code });
    expect([events, notes]).toEqual([[], 0]);
  });

  it('keeps both of two changes made at once', async () => {
    await Promise.all([
      change(campaignHandler, '2024-03-05', 'holiday')(),
      change(campaignHandler, '2024-03-06', 'holiday')(),
    ]);
    const year = await new ListReference(bench.masters, bench.clock).year('2024');
    expect(year.version).toBe(3);
    expect(year.holidays).toEqual(expect.arrayContaining(['2024-03-05', '2024-03-06']));
  });
});
