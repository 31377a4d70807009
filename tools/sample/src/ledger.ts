import { type majorColumns, foundByWords, kindWords } from '@bihuan/contracts';
import { addDays, isWeekend } from '@bihuan/process-core';
import { type Finding, Findings } from './finding.ts';
import { campaign, type Past, stuck, untilDay, wholePast } from './past.ts';
import { Random } from './random.ts';
import type { County, Tables } from './tables.ts';
import { type Unit, Units } from './units.ts';
import { cityWeight, fieldWeights, mayLieIn } from './weights.ts';

export type Column = keyof typeof majorColumns;

/** How the clerk of a row writes days: as a date of the sheet, or as text. */
export const dateForms = ['date', 'dashes', 'slashes', 'chinese', 'digits'] as const;
export type DateForm = (typeof dateForms)[number];

/** A row of the ledger of major hazards; days are `YYYY-MM-DD` here, a column that is left out is empty. */
export interface LedgerRow {
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly dateForm: DateForm;
}

export interface LedgerWish {
  readonly rows: number;
  readonly seed: number;
  /** The day on which the ledger is brought, `YYYY-MM-DD`, not before the campaign: nothing that happened is later. */
  readonly today: string;
}

/** The day on which the demonstration begins. */
export const demonstrationDay = '2023-10-09';
const OPEN = 0.2;

/**
 * A ledger as an office brings it from its older system, in the order of the findings: real counties, fields and
 * clauses in force, valid credit codes of units that do not exist. About four in five hazards are struck off.
 */
export function sampleLedger(tables: Tables, wish: LedgerWish): LedgerRow[] {
  const random = new Random(wish.seed);
  const world = { random, tables, findings: new Findings(tables), units: new Units(random) };
  return pasts(random, wish).map((past) => rowOf(world, past));
}

interface World {
  readonly random: Random;
  readonly tables: Tables;
  readonly findings: Findings;
  readonly units: Units;
}

/** The newest are open because there was no time yet; of the others as many get stuck as are missing. */
function pasts(random: Random, { rows, today }: LedgerWish): Past[] {
  const days = weightedDays(today);
  const foundOn = Array.from({ length: rows }, () => random.weighted(days)).sort();
  const told = foundOn.map((day) => untilDay(wholePast(random, day), today));
  const finished = told.flatMap(({ struckOffOn }, i) => (struckOffOn === null ? [] : [i]));
  let missing = Math.round(rows * OPEN) - (rows - finished.length);
  for (; missing > 0; missing--) {
    // the root prefers the later ones
    const [index = -1] = finished.splice(Math.floor(Math.sqrt(random.next()) * finished.length), 1);
    const past = told[index];
    if (past) told[index] = stuck(random, past, today);
  }
  return told;
}

/** More is found on the last two days of a month, little at weekends. */
function weightedDays(today: string): (readonly [day: string, weight: number])[] {
  const days: [string, number][] = [];
  for (let day = campaign.from; day <= today && day <= campaign.to; day = addDays(day, 1)) {
    const monthEnds = addDays(day, 2).slice(0, 7) !== day.slice(0, 7);
    days.push([day, (monthEnds ? 3 : 1) * (isWeekend(day) ? 0.3 : 1)]);
  }
  return days;
}

function rowOf(world: World, past: Past): LedgerRow {
  const { random, tables, findings, units } = world;
  const fieldCode = random.weighted(
    fieldWeights.filter(([field]) => findings.of(field, past.foundOn).length > 0),
  );
  const finding = random.pick(findings.of(fieldCode, past.foundOn));
  const county = countyFor(world, fieldCode);
  const cited = `${finding.standardCode} ${finding.clauseNo ?? finding.found}`;
  const unit = units.at(county, fieldCode, finding.standardCode, cited);
  return {
    cells: {
      ...whoAndWhere(tables, fieldCode, county, unit),
      ...whatWasFound(world, finding),
      ...present(past),
    },
    dateForm: random.weighted([
      ['date', 14],
      ['dashes', 2],
      ['slashes', 2],
      ['chinese', 1],
      ['digits', 1],
    ]),
  };
}

function countyFor({ random, tables }: World, fieldCode: string): County {
  const cities = [...new Set(tables.counties.map(({ cityCode }) => cityCode))];
  const city = random.weighted(cities.map((code) => [code, cityWeight(fieldCode, code)] as const));
  const counties = tables.counties.filter(({ cityCode }) => cityCode === city);
  return random.pick(counties.filter(({ code }) => mayLieIn(fieldCode, code)));
}

function whoAndWhere(tables: Tables, fieldCode: string, county: County, unit: Unit): LedgerRow['cells'] {
  return {
    unitName: unit.name,
    creditCode: unit.creditCode,
    place: `${county.cityNameZh}${county.nameZh}`,
    address: unit.address,
    field: tables.fieldNames.get(fieldCode) ?? fieldCode,
  };
}

function whatWasFound({ random, tables }: World, finding: Finding): LedgerRow['cells'] {
  const { standardCode, clauseNo, kind, found, reason } = finding;
  return {
    standard: tables.standards.get(standardCode)?.titleZh ?? standardCode,
    ...(clauseNo !== null && { clause: clauseNo }),
    ...(reason !== undefined && { clauseReason: reason }),
    kind: kindWords[kind],
    massCasualties: random.weighted([
      ['是', 3],
      ['否', 5],
      ['', 2],
    ]),
    foundBy: foundByWords[random.weighted(waysOfFinding)],
    description: found,
    stateAndCause: `现场检查发现：${found.replace(/。$/, '')}。经初步分析，原因为${random.pick(causes)}。`,
    harmAndDifficulty: `${random.pick(harms)}；治理难度：${random.pick(difficulties)}。`,
  };
}

function present(past: Past): LedgerRow['cells'] {
  return Object.fromEntries(Object.entries(past).filter(([, day]) => day !== null));
}

const waysOfFinding = [
  ['inspection', 76],
  ['enterprise', 12],
  ['public', 6],
  ['transfer', 6],
] as const;
const causes = [
  '日常检查流于形式',
  '设备超期服役未更新',
  '人员培训不到位',
  '外包队伍管理缺位',
  '安全投入不足',
];
const harms = ['可能造成人员伤亡', '可能引发火灾爆炸', '可能造成群死群伤', '可能造成人员中毒窒息'];
const difficulties = ['一般，可在期限内完成', '较大，需停产整改', '较大，需采购专用设备'];
