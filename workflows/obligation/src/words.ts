import type { ObligationFact } from '@bihuan/contracts/loop';
import { localText } from '@bihuan/process-core';
import type { Silence } from './obligation-run.ts';

const at = (instant: string): string => localText(new Date(instant)).slice(0, 16);

/** Temporal takes at most 400 bytes; a Chinese character has three. */
export const brief = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

const dueWords = ({ due, overdueAt }: ObligationFact): string =>
  overdueAt === null ? `${at(due)} 到期` : `${at(due)} 已逾期`;

/** Summary of the timer. */
export function wakingWords(fact: ObligationFact, silence: Silence | undefined): string {
  const wake = silence?.askAgainAt ?? fact.wakeAt ?? fact.due;
  return brief(`等待${fact.waitsFor.orgName}：${fact.title.zh}（${dueWords(fact)}），${at(wake)} 核对`);
}

/** Summary of the ask. */
export const askingWords = (fact: ObligationFact) => brief(`核对期限：${fact.title.zh}（${dueWords(fact)}）`);

/** The obligation as an operator reads it in the Temporal UI: Markdown, Shanghai time. */
export function boardOf(
  clockId: string,
  fact: ObligationFact | undefined,
  silence: Silence | undefined,
): string {
  if (!fact) return `### ${clockId}\n尚未收到期限的事实。`;
  const { title, waitsFor, due, wakeAt, overdueAt, state } = fact;
  const wake = silence?.askAgainAt ?? wakeAt;
  const status = state !== 'open' ? '已了结' : overdueAt === null ? '未到期' : `自 ${at(overdueAt)} 逾期`;
  return [
    `### ${title.zh}`,
    `**状态：${status}${state !== 'open' && overdueAt !== null ? '（逾期办结）' : ''}**`,
    '',
    `| 等待谁 | 到期 | 下次核对 |`,
    '| --- | --- | --- |',
    `| ${waitsFor.orgName} | ${at(due)} | ${state !== 'open' || !wake ? '不再核对' : at(wake)} |`,
    ...(silence ? ['', `⚠ 承办服务第 ${silence.times} 次未答复，稍后再问`] : []),
  ].join('\n');
}
