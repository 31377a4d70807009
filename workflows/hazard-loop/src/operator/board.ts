import { MarkName, type Marks } from '@bihuan/contracts/loop';
import type { NamedClock } from '@bihuan/process-core';
import type { LoopRun } from '../loop-run.ts';
import { silenceOn, type Silences } from '../silence.ts';
import { clockName, markWords, placeWords, stateWords, timeWords } from './words.ts';

/** The loop as an operator reads it in the Temporal UI: Markdown, Shanghai time. */
export function boardOf(loop: LoopRun): string {
  const { hazardNo, belonging, view, clocks, silences } = loop;
  return [
    `### ${hazardNo}`,
    belonging ? `${placeWords(belonging)} · ${belonging.fieldName}` : '正在读取登记信息',
    '',
    `**状态：${stateWords[view.state]}${view.overdue ? '（有期限逾期）' : ''}**`,
    '',
    `**下一步：**${nextStep(loop)}`,
    '',
    '| 五环节 | 首次到达 | 最近一次 |',
    '| --- | --- | --- |',
    ...MarkName.map((mark) => markRow(mark, view.marks)),
    '',
    ...clockTable(clocks, silences),
  ].join('\n');
}

function markRow(mark: MarkName, marks: Marks): string {
  const reached = marks[mark];
  const times = reached ? `${timeWords(reached.first)} | ${timeWords(reached.last)}` : '尚未到达 | ';
  return `| ${markWords[mark]} | ${times} |`;
}

function nextStep({ finished, dispatched, dispatchRefusal, clocks, silences, facts, view }: LoopRun): string {
  if (finished) return '无，已闭环';
  if (dispatchRefusal !== null) return `重新移交；⚠ 移交未成：${dispatchRefusal}`;
  if (!dispatched) return '向属地政府和行业部门移交';
  const next = clocks.find(({ paused }) => !paused);
  if (next) {
    const silence = silenceOn(next, silences);
    const unanswered = silence ? `；⚠ 承办服务第 ${silence.times} 次未答复，稍后再问` : '';
    return `等待${next.waitsFor}${clockName(next)}，${timeWords(next.due)} 到期${unanswered}`;
  }
  if (clocks.length > 0) return '期限暂停计时，等待恢复';
  if (view.state !== 'struckOff') return '等待办理结果';
  return facts.strikeOffPublished ? '等待考核通报' : '等待销号公开';
}

function clockTable(clocks: readonly NamedClock[], silences: Silences): string[] {
  if (clocks.length === 0) return ['没有未了结的期限。'];
  return [
    '| 期限 | 等待谁 | 到期 | 下次核对 | 情况 |',
    '| --- | --- | --- | --- | --- |',
    ...clocks.map((clock) => {
      const wake = clock.wakeAt === null ? '不再核对' : timeWords(clock.wakeAt);
      const paused = clock.paused ? '；暂停计时' : '';
      const late = clock.overdueAt === null ? '未到期' : `自 ${timeWords(clock.overdueAt)} 逾期`;
      const silent = silenceOn(clock, silences) ? '；承办服务未答复' : '';
      return `| ${clockName(clock)} | ${clock.waitsFor} | ${timeWords(clock.due)} | ${wake} | ${late}${paused}${silent} |`;
    }),
  ];
}
