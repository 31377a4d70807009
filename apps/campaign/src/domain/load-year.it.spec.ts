import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  campaignHandler,
  departmentHandler,
  openReferenceBench,
  type ReferenceBench,
} from './reference-bench.fixture.ts';
import { LoadYear } from './load-year.ts';

let bench: ReferenceBench;
beforeAll(async () => {
  bench = await openReferenceBench();
  await bench.loadSeed();
});
afterAll(() => bench.close());

describe('the calendar of a year', () => {
  const load =
    (code: string, holidays: string[], caller = campaignHandler) =>
    () =>
      bench.run((work) =>
        new LoadYear(bench.masters, bench.register).execute(work, caller, code, {
          ...{ holidays, makeUpDays: [], reason: '国务院办公厅通知' },
        }),
      );

  it('that was not stored is published as its first version, and counted by the manifest', async () => {
    const { result, events } = await bench.effectsOf(load('2031', ['2031-01-24', '2031-01-23']));
    expect(result).toMatchObject({ code: '2031', version: 1, holidays: ['2031-01-23', '2031-01-24'] });
    expect(events.map(({ data }) => data.kind).sort()).toEqual(['calendarYear', 'manifest']);
  });

  it('that is stored is published as its next version', async () => {
    const { result, events, notes } = await bench.effectsOf(load('2024', ['2024-01-01']));
    expect(result).toMatchObject({ version: 2, holidays: ['2024-01-01'] });
    expect([events.length, notes]).toEqual([1, 1]);
  });

  it.each([
    ['a day of another year', () => load('2024', ['2023-01-02']), 'field.invalid'],
    ['somebody outside the campaign office', () => load('2024', [], departmentHandler), 'auth.notAllowed'],
  ])('is refused for %s and writes nothing', async (_, command, code) => {
    const { result, events, notes } = await bench.effectsOf(command());
    expect(result).toMatchObject({ code });
    expect([events, notes]).toEqual([[], 0]);
  });
});
