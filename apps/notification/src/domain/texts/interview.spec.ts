import { describe, expect, it } from '@jest/globals';
import type { About, Circumstances } from '../about.ts';
import type { InterviewMessage } from '../interview-message.ts';
import type { Reason } from '../reason.ts';
import { renderInterview } from './interview.ts';

const circumstances = (reason: Reason): Circumstances => ({
  reason,
  asOf: '2023-10-20',
  hasPassed: () => true,
  workingDaysLate: () => 8,
  organisation: (code, filed) => filed ?? code,
  title: () => null,
});
const hazard = (english: boolean, reason: Reason): About => ({
  ...circumstances(reason),
  hazardNo: 'SX2023-140105-GAS-202310-00001K',
  place: english ? 'Xiaodian, Taiyuan' : '太原市小店区',
  city: english ? 'Taiyuan' : '太原市',
  field: english ? 'Gas' : '燃气',
  unit: '某液化气站',
});
const cause = {
  clock: 'acknowledge',
  due: '2023-10-10T10:00:00.000Z',
  hazardNo: 'SX2023-140105-GAS-202310-00001K',
} as const;
const params = {
  interviewNo: 'SX2023-I-0001',
  interviewee: { orgCode: 'TY', orgName: '太原市人民政府' },
  interviewer: { orgCode: 'SX', orgName: '省人民政府' },
  cause,
};
const of = (kind: InterviewMessage['kind'], reason: Reason, english = false): string =>
  renderInterview(english ? 'en' : 'zh-CN', { kind, params }, circumstances(reason), hazard(english, reason))
    .body;

describe('a message about a warning interview', () => {
  it.each(['interview.opened', 'interview.joined'] as const)('%s names place and days late', (kind) => {
    expect(of(kind, 'interviewee')).toContain(
      '重大事故隐患 SX2023-140105-GAS-202310-00001K（太原市小店区，燃气，某液化气站）：应于 2023-10-10 18:00 前签收，经催办仍未办理，截至 2023-10-20 已逾期 8 个工作日。',
    );
    expect(of(kind, 'interviewee', true)).toContain('(Xiaodian, Taiyuan; Gas; 某液化气站)');
    expect(of(kind, 'interviewee', true)).toContain('as of 2023-10-20 this is 8 working days late.');
  });

  it.each<[Reason, string, string]>([
    ['interviewee', '请立即签收，并准备说明情况。', 'See to it at once, to acknowledge the handover'],
    ['interviewer', '请安排约谈。', 'Arrange the interview.'],
    ['concerned', '请协调双方约谈时间。', 'Arrange a time with both sides.'],
  ])('tells the %s the one thing to do', (reason, chinese, english) => {
    expect(of('interview.opened', reason).endsWith(chinese)).toBe(true);
    expect(of('interview.opened', reason, true)).toContain(english);
  });

  it('asks for nothing where it is cancelled', () => {
    expect(of('interview.cancelled', 'interviewee')).toContain('不必再准备');
    expect(of('interview.cancelled', 'interviewee', true)).toContain('nothing is left to prepare');
  });

  it('is told without a hazard, and by number alone where its registration was not heard of yet', () => {
    const without = {
      kind: 'interview.opened',
      params: { ...params, cause: { ...cause, hazardNo: null } },
    } as const;
    const told = (message: InterviewMessage) =>
      renderInterview('zh-CN', message, circumstances('interviewee'), null).body;
    expect(told(without)).toContain('事由：应于');
    expect(told({ kind: 'interview.opened', params })).toContain(
      `事由：重大事故隐患 ${cause.hazardNo}：应于`,
    );
  });
});
