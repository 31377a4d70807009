import type { Random } from './random.ts';

/** What units of a field of supervision are called; fields without a list of their own use `other`. */
const trades: Readonly<Record<string, readonly string[]>> = {
  coal_mine: ['煤业有限公司', '煤矿有限责任公司'],
  non_coal_mine: ['矿业有限公司', '铁矿有限公司', '石料有限公司'],
  hazardous_chemicals: ['化工有限公司', '焦化有限公司', '气体有限公司'],
  fireworks: ['烟花爆竹有限公司'],
  gas: ['燃气有限公司', '液化气站'],
  road_transport: ['运输有限公司', '客运有限公司'],
  water_transport: ['航运有限公司'],
  construction: ['建筑工程有限公司', '建设集团项目部'],
  metallurgy_trade: ['钢铁有限公司', '铸造有限公司', '机械制造有限公司', '食品有限公司'],
  fishing_vessel: ['水产养殖合作社'],
  other: ['有限公司'],
};

const words = [
  '宏源',
  '晋盛',
  '恒泰',
  '金盛',
  '同安',
  '永昌',
  '瑞丰',
  '华宇',
  '三晋',
  '鑫达',
  '汇通',
  '安泰',
];

/** Name of an invented unit: place, two words, trade. */
export function unitNameFor(random: Random, place: string, fieldCode: string): string {
  return `${place}${random.pick(words)}${random.pick(trades[fieldCode] ?? trades['other'] ?? [])}`;
}
