import type { Repair } from './restore-loops.ts';

/** What a repair found and did, for the operator, in Chinese and English. */
export function reportOf(repair: Repair): string[] {
  const { unfinished, lost, messages, unavailable, restored, endedEarly } = repair;
  const stillLost = lost.filter((no) => !restored.includes(no));
  return [
    `未办结隐患 ${unfinished} 项，闭环缺失或不全 ${lost.length} 项 · ${unfinished} unfinished hazards, ${lost.length} without a whole loop`,
    ...(lost.length > 0 ? [`重新发布事实 ${messages} 条 · ${messages} facts published again`] : []),
    ...restored.map((no) => `  ✔ ${no} 闭环已恢复 · its loop runs again`),
    ...stillLost.map((no) => `  ✖ ${no} 闭环未恢复 · its loop does not run yet`),
    ...endedEarly.map((no) => `  ✖ ${no} 未办结而闭环已结束 · unfinished, but its loop has ended`),
    ...unavailable.map((owner) => `  ✖ ${owner} 未应答，请稍后重试 · did not answer: try again later`),
  ];
}
