import type { HazardState, LoopHazard, MarkName } from '@bihuan/contracts/loop';
import { clockTasks, type NamedClock } from '@bihuan/process-core';

/** What operators read, in the words of the regulation. */
export const stateWords: Readonly<Record<HazardState, string>> = {
  registered: '已登记',
  handedOver: '已移交',
  rectifying: '整改中',
  awaitingAcceptance: '待验收',
  struckOff: '已销号',
  withdrawn: '已撤销',
};

export const markWords: Readonly<Record<MarkName, string>> = {
  found: '发现隐患',
  handedOver: '移交办理',
  disclosed: '信息公开',
  supervised: '督导巡查',
  assessed: '考核通报',
};

const SHANGHAI_MS = 8 * 3_600_000;

export const clockName = (clock: NamedClock) => clockTasks[clock.kind].zh;

export const placeWords = (hazard: Pick<LoopHazard, 'cityName' | 'placeName'>) =>
  hazard.placeName.startsWith(hazard.cityName) ? hazard.placeName : `${hazard.cityName}${hazard.placeName}`;

/** Asia/Shanghai by arithmetic, to the minute. */
export const timeWords = (instant: string) =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');

const dueWords = (clock: NamedClock) =>
  clock.overdueAt === null ? `${timeWords(clock.due)} 到期` : `${timeWords(clock.due)} 已逾期`;

/** Summary of the timer: which clocks wake next and whom they wait for. */
export function wakingWords(clocks: readonly NamedClock[]): string {
  const [first] = clocks;
  if (first === undefined) return '';
  const whom = clocks.map((clock) => `${clock.waitsFor}${clockName(clock)}`).join('、');
  return brief(`等待${whom}（${dueWords(first)}），${timeWords(first.wakeAt ?? first.due)} 核对`);
}

/** Summary of the ask. */
export const askingWords = (clock: NamedClock) =>
  brief(`核对期限：${clock.waitsFor}${clockName(clock)}（${dueWords(clock)}）`);

/** Temporal takes at most 400 bytes; a Chinese character has three. */
export const brief = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);
