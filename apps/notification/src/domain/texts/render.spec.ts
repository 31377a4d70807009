import { ClockKind } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import type { About } from '../about.ts';
import type { Message } from '../message.ts';
import { render } from './render.ts';

const org = { orgCode: 'GOV-140100', orgName: '太原市人民政府' };
const handover = { track: 'territorial', ...org } as const;
const clock = { clock: 'acknowledge', due: '2023-10-10T10:00:00.000Z', ...org } as const;
const messages: Message[] = [
  { kind: 'handover.dispatched', params: handover },
  { kind: 'handover.refused', params: { ...handover, reason: '不属本单位' } },
  { kind: 'handover.insisted', params: handover },
  { kind: 'handover.redirected', params: handover },
  { kind: 'handover.unrouted', params: { track: 'industry', why: { zh: '无牵头部门', en: 'no lead' } } },
  { kind: 'clock.reminder', params: clock },
  { kind: 'clock.overdue', params: clock },
  { kind: 'clock.leader', params: clock },
  { kind: 'clock.interview', params: clock },
  { kind: 'clock.raise', params: clock },
  { kind: 'acceptance.applied', params: { round: 2 } },
  { kind: 'acceptance.decided', params: { passed: true, newDeadline: null } },
  { kind: 'acceptance.decided', params: { passed: false, newDeadline: '2023-11-30T10:00:00.000Z' } },
  { kind: 'hazard.struckOff', params: { struckOffAt: '2023-12-08T02:00:00.000Z' } },
];
const about = (english: boolean): About => ({
  hazardNo: 'SX2023-140105-GAS-202310-00001K',
  place: english ? 'Xiaodian, Taiyuan' : '太原市小店区',
  field: english ? 'Gas' : '燃气',
  unit: '某液化气站',
  organisation: (_, filed) => (english ? 'Taiyuan government' : filed),
});
const zh = (message: Message) => render('zh-CN', message, about(false));
const en = (message: Message) => render('en', message, about(true));

describe('the text of a message', () => {
  it.each(messages)('$kind names the hazard, place, field and unit in both languages', (message) => {
    for (const { title, body } of [zh(message), en(message)]) {
      expect(title).toContain('SX2023-140105-GAS-202310-00001K');
      expect(body).toContain('某液化气站');
      expect(title + body).not.toMatch(/undefined|null|\[object/);
    }
    expect(zh(message).body).toContain('太原市小店区，燃气');
    expect(en(message).body).toContain('Xiaodian, Taiyuan; Gas');
    expect(en(message).title).not.toBe(zh(message).title);
  });

  it('says in each language why no organisation was found', () => {
    const message = messages.find(({ kind }) => kind === 'handover.unrouted')!;
    expect(zh(message).body).toContain('原因：无牵头部门');
    expect(en(message).body).toContain('Reason: no lead');
  });

  it.each(ClockKind.options)('has a word for the clock %s in both languages', (kind) => {
    const message: Message = { kind: 'clock.overdue', params: { ...clock, clock: kind } };
    expect(zh(message).title).not.toContain(kind);
    expect(zh(message).title + en(message).title).not.toContain('undefined');
  });

  it('tells times as people in Shanghai read them', () => {
    expect(zh({ kind: 'clock.overdue', params: clock }).body).toContain('2023-10-10 18:00');
    expect(en({ kind: 'clock.overdue', params: clock }).body).toContain('2023-10-10 18:00');
  });
});
