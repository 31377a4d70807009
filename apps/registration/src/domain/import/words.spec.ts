import { describe, expect, it } from '@jest/globals';
import { foundByOf, kindOf, normalName, yesOrNo } from './words.ts';
import { wholeNumber } from './whole-number.ts';

describe('words of a ledger', () => {
  it.each([
    ['违法行为', 'illegal_act'],
    [' 违法违规行为 ', 'illegal_act'],
    ['设备设施缺陷', 'facility_failure'],
    ['安全管理缺陷', 'management_deficiency'],
    ['illegal_act', 'illegal_act'],
  ])('%s is the kind %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['检查', 'inspection'],
    ['企业自查', 'enterprise'],
    ['举报', 'public'],
    ['移送', 'transfer'],
  ])('%s is the way %s', (text, way) => {
    expect(foundByOf(text)).toBe(way);
  });

  it.each([
    ['是', true],
    ['√', true],
    ['TRUE', true],
    ['Ｙ', true],
    ['否', false],
    ['无', false],
    ['FALSE', false],
  ])('%s is %p', (text, yes) => {
    expect(yesOrNo(text)).toBe(yes);
  });

  it.each([
    ['a kind', () => kindOf('别的'), '"别的" must be one of: 设备设施缺陷、违法行为、管理缺陷'],
    ['a way', () => foundByOf('别的'), '"别的" must be one of: 检查、企业自查、群众举报、移送'],
    ['an answer', () => yesOrNo('也许'), '"也许" must be one of: 是、否'],
  ])('what is not %s is refused with what would be', (_what, read, message) => {
    expect(read).toThrow(`import.word: ${message}`);
  });

  it.each([
    ['（第 四 条）', '(第四条)'],
    ['建城规〔2023〕4号', '建城规(2023)4号'],
    ['建城规[2023]4号', '建城规(2023)4号'],
    ['ＧＢ 45067', 'gb45067'],
  ])('%s is compared as %s', (text, normal) => {
    expect(normalName(text)).toBe(normal);
  });
});

describe('a count', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['1,200', 1200],
    ['１２', 12],
    ['12.0', 12],
    ['1000000', 1_000_000],
  ])('%s is %d', (text, number) => {
    expect(wholeNumber(text, 1_000_000)).toBe(number);
  });

  it.each(['1000001', '-1', '1.5', '1,20', '十二', '1e3', ''])('%j is none', (text) => {
    expect(() => wholeNumber(text, 1_000_000)).toThrow('import.number');
  });
});
