import { describe, expect, it } from '@jest/globals';
import { generalRow } from '../../__fixtures__/import-world.ts';
import { type Cells, contextOf, readerOf, wrong } from '../../__fixtures__/ledger-rows.ts';
import { checkCount, checkGeneral } from './check-general.ts';

describe('a row of general hazards', () => {
  it('is read', () => {
    expect(checkGeneral(readerOf('general', generalRow), contextOf())).toEqual({
      unitName: '某液化气站',
      creditCode: '91330424MA28AQAQXU',
      placeCode: '140105',
      cityCode: '140100',
      fieldCode: 'gas',
      foundOn: '2023-10-08',
      description: '灭火器过期',
      fixedOn: '2023-10-09',
    });
  });

  it.each<[string, Cells, string[]]>([
    ['a day before the campaign', { foundOn: '2023-04-24', fixedOn: '' }, ['foundOn: campaign.closed']],
    ['a repair before it was found', { fixedOn: '2023-10-07' }, ['fixedOn: import.dateOrder']],
    ['a repair to come', { fixedOn: '2023-10-10' }, ['fixedOn: import.dateFuture']],
    ['no description', { description: '' }, ['description: field.required']],
    ['no name', { unitName: '' }, ['unitName: field.required']],
  ])('is refused for %s', (_what, change, expected) => {
    expect(wrong('general', { ...generalRow, ...change }, checkGeneral)).toEqual(expected);
  });
});

describe('a count of general hazards', () => {
  const { unitName, creditCode, place, field } = generalRow;
  const counted = { unitName, creditCode, place, field, month: '2023年5月', found: '12', fixed: '10' };

  it.each<[string, Cells, object]>([
    ['as it is', {}, { month: '2023-05', found: 12, fixed: 10 }],
    ['of the month in which the campaign began', { month: '2023-04' }, { month: '2023-04' }],
    ['without a credit code', { creditCode: '' }, { creditCode: null }],
  ])('is read %s', (_what, change, expected) => {
    const reader = readerOf('generalCounts', { ...counted, ...change });
    expect(checkCount(reader, contextOf())).toMatchObject(expected);
  });

  it.each<[string, Cells, string[]]>([
    ['a month before the campaign', { month: '2023-03' }, ['month: campaign.closed']],
    ['a month to come', { month: '2023-11' }, ['month: import.monthRunning']],
    ['the month that runs', { month: '2023-10' }, ['month: import.monthRunning']],
    ['no month', { month: '五月' }, ['month: import.month']],
    ['no number', { found: '许多' }, ['found: import.number']],
    ['more fixed than found', { fixed: '13' }, ['fixed: import.fixedOverFound']],
  ])('is refused for %s', (_what, change, expected) => {
    expect(wrong('generalCounts', { ...counted, ...change }, checkCount)).toEqual(expected);
  });
});
