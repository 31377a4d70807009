import type { CampaignMonth } from '@bihuan/contracts/loop';

/** Where a month's workflow stands. */
export interface Standing {
  readonly doing: string;
  /** What it waits for; null while nothing holds it up. */
  readonly why: string | null;
  readonly tries: number;
}

/** Temporal takes at most 400 bytes; a Chinese character has three. */
export const brief = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

/** The month as an operator reads it in the Temporal UI: Markdown. */
export function boardOf({ campaignCode, month }: CampaignMonth, { doing, why, tries }: Standing): string {
  return [
    `### 月度信息公开 · ${campaignCode} · ${month}`,
    `**正在：**${doing}`,
    ...(why === null ? [] : ['', `**等待：**${why}（第 ${tries} 次，稍后再办）`]),
  ].join('\n');
}
