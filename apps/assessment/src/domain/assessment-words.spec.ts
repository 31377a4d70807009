import { describe, expect, it } from '@jest/globals';
import { definitionsIn, notesIn, revisionIn } from './assessment-words.ts';
import { stateText } from './assessment-state.ts';

const at = new Date('2023-11-08T01:00:00Z');
const asked = { month: '2023-10', requestedAt: at, assessedAt: null, publishedAt: null, editionNo: null };

describe('what a circular says', () => {
  it('is in the language of its reader', () => {
    expect(definitionsIn('zh-CN').find(({ figure }) => figure === 'overallRate')).toMatchObject({
      name: '整改率',
      text: '累计销号÷累计发现；分母为零记“/”',
    });
    expect(notesIn('zh-CN').join('')).toContain('系统默认，非法规规定');
  });

  it.each([
    ['zh-CN', '太原市2023-09的整改率原通报为/，现在计算为0.5；原通报不变。'],
    [
      'en',
      'Overall rate of 太原市 for 2023-09 was published as / and would be 0.5 now; it stays as published.',
    ],
  ] as const)('in %s of a figure that differs now: a rate that does not exist is "/"', (language, text) => {
    const revision = {
      month: '2023-09',
      cityCode: '140100',
      cityName: '太原市',
      figure: 'overallRate',
      published: null,
      now: 0.5,
    } as const;
    expect(revisionIn(revision, language).text).toBe(text);
  });

  it.each([
    [null, '当月公开未发布，也未发起考核'],
    [{ ...asked, requestedAt: null, editionNo: 6 }, '当月公开已发布，尚未发起考核'],
    [asked, '已发起，等待当月公开发布、事实到齐'],
    [{ ...asked, assessedAt: at }, '已计算，正在逐项通报'],
    [{ ...asked, assessedAt: at, publishedAt: at }, '已通报'],
  ])('of how a month stands: %#', (standing, text) => {
    expect(stateText(standing, 'zh-CN')).toBe(text);
  });
});
