import { describe, expect, it } from '@jest/globals';
import { ClockKind } from '@bihuan/contracts';
import type { NamedClock } from '@bihuan/process-core';
import { askingWords, brief, clockName, placeWords, timeWords, wakingWords } from './words.ts';

const clock = (waitsFor: string, overdueAt: string | null = null): NamedClock => ({
  clockId: `handover.acknowledge.${waitsFor}`,
  version: 1,
  open: true,
  owner: 'handover',
  kind: 'acknowledge',
  due: '2023-10-10T10:00:00.000Z',
  wakeAt: '2023-10-10T06:00:00.000Z',
  overdueAt,
  waitsFor,
});

describe('what operators read', () => {
  it.each([
    ['2023-10-09T01:00:00.000Z', '2023-10-09 09:00'],
    ['2023-10-09T16:30:00.000Z', '2023-10-10 00:30'],
    ['2023-12-31T15:59:59.999Z', '2023-12-31 23:59'],
  ])('%s is %s in Shanghai', (instant, words) => {
    expect(timeWords(instant)).toBe(words);
  });

  it('the timer names all clocks that wake together and whom they wait for', () => {
    expect(wakingWords([clock('太原市人民政府'), clock('省住房和城乡建设厅')])).toBe(
      '等待太原市人民政府签收、省住房和城乡建设厅签收（2023-10-10 18:00 到期），2023-10-10 14:00 核对',
    );
  });

  it('an ask names the clock and says that it is late', () => {
    expect(askingWords(clock('太原市人民政府', '2023-10-10T10:00:00.000Z'))).toBe(
      '核对期限：太原市人民政府签收（2023-10-10 18:00 已逾期）',
    );
  });

  it.each(ClockKind.options)('has a name for the clock %s', (kind) => {
    expect(clockName({ ...clock('甲'), kind })).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  it('stays within the 400 bytes of a summary', () => {
    const words = wakingWords(Array.from({ length: 40 }, (_, n) => clock(`第${n}个单位`)));
    expect(Buffer.byteLength(words)).toBeLessThanOrEqual(400);
    expect(brief('短')).toBe('短');
  });

  it.each([
    ['太原市', '小店区', '太原市小店区'],
    ['太原市', '太原市小店区', '太原市小店区'],
  ])('a place in %s named %s is %s', (cityName, placeName, words) => {
    expect(placeWords({ cityName, placeName })).toBe(words);
  });
});
