import type { AssessedMonth, CampaignMonth } from '@bihuan/contracts/loop';
import { localText } from '@bihuan/process-core';

const titleOf = ({ campaignCode, month }: CampaignMonth) =>
  `${campaignCode} ${month.replace('-', '年')}月考核通报`;

/** Summary of the ask. */
export const askingWords = (month: CampaignMonth) =>
  `${titleOf(month)}：按当月公开的口径计算、排名、逐项通报`;

/** Summary of the timer. */
export const waitingWords = (wait: string, nextAt: Date) => brief(`${wait}；${localText(nextAt)} 再核对`);

/** What operators read as the run's current details; times are business time in Shanghai. */
export const workingDetails = (month: CampaignMonth) =>
  details(month, '考核服务计算', '考核服务未应答时自动重试，原因见“待处理活动”的最近一次失败。');

export const waitingDetails = (month: CampaignMonth, wait: string, nextAt: Date) =>
  details(month, wait, `${localText(nextAt)} 再核对。`);

export const doneDetails = (assessed: AssessedMonth) =>
  details(
    assessed,
    '无，已通报',
    `与当月公开同一口径：发现 ${assessed.found} 项，销号 ${assessed.struckOff} 项；${localText(new Date(assessed.assessedAt))} 计算。`,
  );

const details = (month: CampaignMonth, waitsFor: string, note: string) =>
  [`### ${titleOf(month)}`, '', `**等待：**${waitsFor}`, '', note].join('\n');

/** Temporal takes at most 400 bytes; a Chinese character has three. */
const brief = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);
