/**
 * How often a field and a city occur in the sample: estimates after the industries of the province, not statistics.
 * A field whose standard was not yet in force (gas before 21 September 2023, for example) is left out on that day.
 */
export const fieldWeights: readonly (readonly [fieldCode: string, weight: number])[] = [
  ['coal_mine', 24],
  ['non_coal_mine', 11],
  ['hazardous_chemicals', 14],
  ['gas', 14],
  ['fire', 14],
  ['construction', 11],
  ['road_transport', 7],
  ['metallurgy_trade', 13],
  ['fireworks', 1],
  ['water_transport', 1],
  ['fishing_vessel', 0.4],
];

interface CityWeights {
  readonly people: number;
  readonly coal: number;
  readonly ore: number;
  readonly chemicals: number;
}

const cities: Readonly<Record<string, CityWeights>> = {
  '140100': { people: 16, coal: 4, ore: 3, chemicals: 8 }, // 太原
  '140200': { people: 9, coal: 10, ore: 5, chemicals: 5 }, // 大同
  '140300': { people: 4, coal: 8, ore: 2, chemicals: 3 }, // 阳泉
  '140400': { people: 10, coal: 14, ore: 4, chemicals: 11 }, // 长治
  '140500': { people: 7, coal: 13, ore: 2, chemicals: 9 }, // 晋城
  '140600': { people: 4, coal: 9, ore: 2, chemicals: 3 }, // 朔州
  '140700': { people: 10, coal: 12, ore: 3, chemicals: 12 }, // 晋中
  '140800': { people: 12, coal: 1, ore: 9, chemicals: 15 }, // 运城
  '140900': { people: 8, coal: 8, ore: 13, chemicals: 4 }, // 忻州
  '141000': { people: 11, coal: 13, ore: 7, chemicals: 14 }, // 临汾
  '141100': { people: 9, coal: 16, ore: 7, chemicals: 15 }, // 吕梁
};

/** What the weight of a city follows in a field; all others follow its people. */
const follows: Readonly<Record<string, keyof CityWeights>> = {
  coal_mine: 'coal',
  non_coal_mine: 'ore',
  hazardous_chemicals: 'chemicals',
};

/** Built-up districts: no mine is there. */
const townOnly = new Set([
  '140105',
  '140106',
  '140107',
  '140213',
  '140302',
  '140403',
  '140502',
  '140702',
  '140802',
  '141002',
]);

/** Whether a field's hazards occur in a county. */
export function mayLieIn(fieldCode: string, countyCode: string): boolean {
  const mine = fieldCode === 'coal_mine' || fieldCode === 'non_coal_mine';
  return !(mine && townOnly.has(countyCode));
}

/** How often a field's hazards lie in a city. @throws Error for a city that is not one of the province's */
export function cityWeight(fieldCode: string, cityCode: string): number {
  const weights = cities[cityCode];
  if (!weights) throw new Error(`city ${cityCode} has no weight`);
  return weights[follows[fieldCode] ?? 'people'];
}
