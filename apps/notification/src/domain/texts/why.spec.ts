import { RungRecipient } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Reason } from '../reason.ts';
import { type Grounds, whyIn } from './why.ts';

const clock = { who: '太原市人民政府', verb: '签收', late: true };
const grounds = (reason: Reason, change: Partial<Grounds> = {}): Grounds => ({
  reason,
  organisation: '太原市人民政府',
  role: 'leader',
  clock,
  city: '太原市',
  field: '燃气',
  ...change,
});

describe('why an office was told', () => {
  it.each<[Reason, Partial<Grounds>, string]>([
    ['unitLeader', {}, '您是太原市人民政府负责人，该单位逾期未签收'],
    [
      'responsible',
      { role: 'handler', clock: { ...clock, late: false } },
      '您是太原市人民政府经办人，该单位须按期签收',
    ],
    [
      'viceGovernor',
      { organisation: '省人民政府', role: 'viceGovernor' },
      '您是省人民政府副省长，分管燃气，太原市人民政府逾期未签收',
    ],
    ['doubleLeaders', {}, '您是太原市人民政府负责人，系太原市领导组双组长，太原市人民政府逾期未签收'],
    ['toldBefore', { clock: null }, '您是太原市人民政府负责人，此前收到过关于该隐患的督办消息'],
  ])('%s in Chinese', (reason, change, text) => {
    expect(whyIn('zh-CN', grounds(reason, change))).toBe(text);
  });

  it.each(RungRecipient.options)('as %s names in English who is late, and with what', (reason) => {
    const english = { who: 'Taiyuan government', verb: 'acknowledge the handover', late: true };
    const text = whyIn('en', grounds(reason, { organisation: 'Office X', clock: english }));
    expect(text).toContain('You hold the office of leader, Office X: ');
    expect(text).toContain('is late to acknowledge the handover.');
  });
});
