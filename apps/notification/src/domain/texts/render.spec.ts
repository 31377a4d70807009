import { ClockKind, type RungAction, type RungName } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import type { About } from '../about.ts';
import type { Message } from '../message.ts';
import type { Reason } from '../reason.ts';
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
  { kind: 'escalation.revoked', params: { clocks: ['acknowledge', 'plan'] } },
  { kind: 'handover.copied', params: handover },
  {
    kind: 'petition.filed',
    params: {
      ...{ filedOrg: 'GOV-140100', late: true, until: '2023-11-30', reason: '设备订货未到' },
      decideBy: '2023-11-01T10:00:00.000Z',
    },
  },
  {
    kind: 'petition.decided',
    params: { agreed: false, deadline: '2023-11-10T10:00:00.000Z', opinion: '理由不充分' },
  },
  { kind: 'acceptance.applied', params: { round: 2 } },
  { kind: 'acceptance.decided', params: { passed: true, newDeadline: null } },
  { kind: 'acceptance.decided', params: { passed: false, newDeadline: '2023-11-30T10:00:00.000Z' } },
  { kind: 'hazard.struckOff', params: { struckOffAt: '2023-12-08T02:00:00.000Z' } },
];
const about = (english: boolean, reason: Reason = 'responsible', daysLate = 3): About => ({
  reason,
  asOf: '2023-10-13',
  hasPassed: (due) => due < '2023-10-13T16:00',
  workingDaysLate: () => daysLate,
  city: english ? 'Taiyuan' : '太原市',
  hazardNo: 'SX2023-140105-GAS-202310-00001K',
  place: english ? 'Xiaodian, Taiyuan' : '太原市小店区',
  field: english ? 'Gas' : '燃气',
  unit: '某液化气站',
  title: ({ person }) => (person === 'party' ? '太原市委主要负责人' : null),
  organisation: (code, filed) => (english ? 'Taiyuan government' : (filed ?? code)),
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

  it.each<[Message['kind'], string, string]>([
    ['handover.dispatched', '请按期签收', 'Acknowledge it in time'],
    ['handover.copied', '知悉、配合', 'get a copy'],
    ['handover.refused', '请裁定改派或坚持移交', 'Redirect it or insist on it'],
    ['handover.insisted', '请即办理', 'Act on it at once'],
    ['handover.redirected', '不再由', 'there is nothing left to do'],
    ['handover.unrouted', '请指定承接单位', 'Name one'],
    ['clock.reminder', '请按期办理', 'is to acknowledge the handover before'],
    ['clock.overdue', '请立即签收', 'Acknowledge the handover at once'],
    ['escalation.revoked', '不必再办理', 'nothing left to do'],
    ['petition.filed', '前批复', 'Decide before'],
    ['petition.decided', '请在此前完成整改', 'Complete rectification before that'],
    ['acceptance.applied', '请现场核查', 'Verify on site'],
    ['acceptance.decided', '请签批销号', 'sign the strike-off'],
    ['hazard.struckOff', '不必再办理', 'nothing left to do'],
  ])('%s says the one thing to do', (kind, chinese, english) => {
    const message = messages.find((one) => one.kind === kind)!;
    expect(zh(message).body).toContain(chinese);
    expect(en(message).body).toContain(english);
  });

  it.each<[RungName, RungAction[] | undefined, string, string, string]>([
    ['overdue', undefined, '逾期未签收', 'Overdue: acknowledge', '请立即签收。'],
    ['leader', undefined, '待列入情况通报：逾期仍未签收', 'Noted for the circular: acknowledge', '时列入。'],
    ['leader', ['notify'], '逾期未签收', 'Overdue: acknowledge', '请立即签收。'],
    [
      'interview',
      undefined,
      '达到警示约谈条件：逾期仍未签收',
      'Condition for a warning interview met',
      '长时间逾期，达到警示约谈条件。',
    ],
    ['interview', ['notify'], '逾期未签收', 'Overdue: acknowledge', '请立即签收。'],
    [
      'overdue',
      ['interview'],
      '达到警示约谈条件',
      'Condition for a warning interview met',
      '达到警示约谈条件。',
    ],
    ['raise', undefined, '提请上一级核查：', 'Raised one level', '提请上一级核查。已抄送上级监督机关。'],
    ['reminder', ['remind', 'circularEntry'], '待列入情况通报，请签收', 'Noted for the circular', '时列入。'],
  ])('of the rung %s that does %j says just that', (rung, actions, chinese, english, besides) => {
    const params = { ...clock, ...(actions && { actions }) };
    const message: Message = { kind: `clock.${rung}`, params };
    expect(zh(message).title).toContain(chinese);
    expect(zh(message).body.endsWith(besides)).toBe(true);
    expect(en(message).title).toContain(english);
    const notified: Message = { kind: `clock.${rung}`, params: { ...params, actions: ['notify'] } };
    const said = en(message).body.replace(en(notified).body, '');
    expect(said === '').toBe(besides === '请立即签收。');
  });

  it('tells the campaign office to publish a strike-off, and nobody else', () => {
    const message = messages.find(({ kind }) => kind === 'hazard.struckOff')!;
    const chinese = (reason: Reason) => render('zh-CN', message, about(false, reason)).body;
    expect(chinese('addressed')).toContain('办结销号，请在同一媒体公布销号。');
    expect(chinese('concerned')).toContain('办结销号，不必再办理。');
    const english = render('en', message, about(true, 'addressed')).body;
    expect(english).toContain('publish the strike-off in the same medium.');
    expect(english).not.toContain('nothing left to do');
  });

  it.each([true, false])(
    'after the date has passed tells a petitioner to act at once (agreed: %p)',
    (agreed) => {
      const params = { agreed, deadline: '2023-10-12T10:00:00.000Z', opinion: '理由不充分' };
      const message: Message = { kind: 'petition.decided', params };
      expect(zh(message).body).toContain('2023-10-12 18:00，已逾期，请立即完成整改。');
      expect(zh(message).body).not.toContain('请在此前');
      expect(en(message).body).toContain('That is already past: complete rectification at once.');
    },
  );

  it('asks the level above to verify where the rung raises it', () => {
    const message: Message = { kind: 'clock.leader', params: { ...clock, actions: ['raiseOneLevel'] } };
    const text = (reason: Reason) => render('zh-CN', message, about(false, reason)).body;
    expect(text('superior')).toContain('请提级核查，督促太原市人民政府立即签收。');
    expect(text('viceGovernor')).toContain('请督促太原市人民政府立即签收。');
    expect(render('en', message, about(true, 'superior')).body).toContain('Verify it, and urge Taiyuan');
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

  it.each<[Reason, number, string, string]>([
    [
      'responsible',
      0,
      '截至 2023-10-13 逾期不足 1 个工作日，在等待太原市人民政府。请立即签收。',
      'less than one working day late',
    ],
    ['responsible', 1, '已逾期 1 个工作日', 'this is 1 working day late'],
    [
      'unitLeader',
      3,
      '已逾期 3 个工作日，在等待太原市人民政府。请督促本单位立即签收。',
      '3 working days late and waits for Taiyuan government. See to it',
    ],
    ['superior', 3, '请督促太原市人民政府立即签收。', 'Urge Taiyuan government to do so at once.'],
    ['governor', 3, '请督促太原市人民政府立即签收。', 'Urge Taiyuan government'],
  ])('tells the %s, %i working days late, what to do', (reason, days, chinese, english) => {
    const message: Message = { kind: 'clock.leader', params: clock };
    expect(render('zh-CN', message, about(false, reason, days)).body).toContain(chinese);
    expect(render('en', message, about(true, reason, days)).body).toContain(english);
  });

  it('names who has not acknowledged what was told before, and nobody where everybody has', () => {
    const unacknowledged = [
      { orgCode: 'TY', role: 'leader', person: 'gone' },
      { orgCode: 'TY', role: 'leader', person: 'party' },
      { orgCode: 'SX-OFFICE', role: 'handler' },
    ] as const;
    const message: Message = { kind: 'clock.leader', params: { ...clock, unacknowledged } };
    expect(zh(message).body).toContain(
      '此前的通知尚未确认收到：TY负责人、太原市委主要负责人、SX-OFFICE经办人。',
    );
    expect(en(message).body).toContain(
      'Not acknowledged so far by: leader of Taiyuan government; 太原市委主要负责人; handler of',
    );
    const none: Message = { kind: 'clock.leader', params: { ...clock, unacknowledged: [] } };
    expect(zh(none).body + en(none).body).not.toMatch(/尚未确认|Not acknowledged/);
  });

  it('says which clocks a revocation is about', () => {
    const message = messages.find(({ kind }) => kind === 'escalation.revoked')!;
    expect(zh(message).body).toContain('（签收、报送整改方案）一并撤回');
    expect(en(message).body).toContain(
      '(acknowledge the handover; file the rectification plan) is taken back',
    );
  });
});
