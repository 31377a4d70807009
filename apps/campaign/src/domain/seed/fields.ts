import type { FieldOfSupervision } from '@bihuan/contracts';
import { seedItem, type SeedItem } from './seed-item.ts';
import { type ViceGovernor, viceGovernors } from './vice-governors.ts';

interface FieldRow {
  readonly code: string;
  readonly letters: string;
  readonly zh: string;
  readonly en: string;
  /** Department that leads, without the `SX-` of the province. Lead and co-departments are our default. */
  readonly lead: string;
  readonly co: readonly string[];
  readonly by: ViceGovernor;
}

const { industrySafety, constructionTransport, agricultureWater, marketCulture } = viceGovernors;

const keyFields: readonly FieldRow[] = [
  {
    code: 'coal_mine',
    letters: 'CM',
    zh: '煤矿',
    en: 'Coal mines',
    lead: 'YJT',
    co: ['NYJ', 'KSJ'],
    by: industrySafety,
  },
  {
    code: 'non_coal_mine',
    letters: 'NCM',
    zh: '非煤矿山',
    en: 'Non-coal mines',
    lead: 'YJT',
    co: ['ZRZYT', 'KSJ'],
    by: industrySafety,
  },
  {
    code: 'hazardous_chemicals',
    letters: 'HC',
    zh: '危险化学品',
    en: 'Hazardous chemicals',
    lead: 'YJT',
    co: ['GXT'],
    by: industrySafety,
  },
  {
    code: 'fireworks',
    letters: 'FW',
    zh: '烟花爆竹',
    en: 'Fireworks',
    lead: 'YJT',
    co: ['GAT'],
    by: industrySafety,
  },
  {
    code: 'metallurgy_trade',
    letters: 'MT',
    zh: '工贸',
    en: 'Metallurgy, manufacturing and trade',
    lead: 'YJT',
    co: ['GXT'],
    by: industrySafety,
  },
  {
    code: 'fire',
    letters: 'FI',
    zh: '消防',
    en: 'Fire safety',
    lead: 'XFZD',
    co: ['GAT', 'ZJT'],
    by: industrySafety,
  },
  {
    code: 'construction',
    letters: 'CON',
    zh: '建筑施工',
    en: 'Construction',
    lead: 'ZJT',
    co: ['JTT', 'SLT'],
    by: constructionTransport,
  },
  {
    code: 'gas',
    letters: 'GAS',
    zh: '城镇燃气',
    en: 'Urban gas',
    lead: 'ZJT',
    co: ['SCJGJ', 'SWT'],
    by: constructionTransport,
  },
  {
    code: 'road_transport',
    letters: 'RT',
    zh: '道路运输',
    en: 'Road transport',
    lead: 'JTT',
    co: ['GAT'],
    by: constructionTransport,
  },
  {
    code: 'water_transport',
    letters: 'WT',
    zh: '水上交通',
    en: 'Water transport',
    lead: 'JTT',
    co: ['SLT'],
    by: constructionTransport,
  },
  {
    code: 'railway',
    letters: 'RW',
    zh: '铁路',
    en: 'Railways',
    lead: 'TLJG',
    co: ['JTT'],
    by: constructionTransport,
  },
  {
    code: 'civil_aviation',
    letters: 'CA',
    zh: '民航',
    en: 'Civil aviation',
    lead: 'MHJG',
    co: ['JTT'],
    by: constructionTransport,
  },
  {
    code: 'fishing_vessel',
    letters: 'FV',
    zh: '渔业船舶',
    en: 'Fishing vessels',
    lead: 'NYNCT',
    co: ['JTT'],
    by: agricultureWater,
  },
  {
    code: 'special_equipment',
    letters: 'SE',
    zh: '特种设备',
    en: 'Special equipment',
    lead: 'SCJGJ',
    co: ['YJT'],
    by: marketCulture,
  },
  {
    code: 'other',
    letters: 'OTH',
    zh: '其他行业领域',
    en: 'Other fields',
    lead: 'YJT',
    co: ['NYJ', 'GXT', 'SLT'],
    by: industrySafety,
  },
];

/** 新业态新领域 named in 2023: several departments share each, one leads. */
const newFormFields: readonly FieldRow[] = [
  {
    code: 'alcohol_fuel',
    letters: 'AF',
    zh: '醇基燃料',
    en: 'Alcohol-based fuel',
    lead: 'YJT',
    co: ['SCJGJ', 'SWT', 'XFZD'],
    by: industrySafety,
  },
  {
    code: 'energy_storage',
    letters: 'ES',
    zh: '电化学储能电站',
    en: 'Electrochemical energy storage stations',
    lead: 'NYJ',
    co: ['XFZD', 'YJT'],
    by: industrySafety,
  },
  {
    code: 'script_entertainment',
    letters: 'SCR',
    zh: '剧本娱乐',
    en: 'Script-based entertainment venues',
    lead: 'WLT',
    co: ['GAT', 'XFZD'],
    by: marketCulture,
  },
  {
    code: 'glass_walkway',
    letters: 'GW',
    zh: '玻璃栈桥',
    en: 'Glass walkways',
    lead: 'WLT',
    co: ['SCJGJ', 'ZJT'],
    by: marketCulture,
  },
  {
    code: 'platform_economy',
    letters: 'PE',
    zh: '平台经济',
    en: 'Platform economy',
    lead: 'SCJGJ',
    co: ['JTT', 'SWT'],
    by: marketCulture,
  },
  {
    code: 'electric_bicycle',
    letters: 'EB',
    zh: '电动自行车',
    en: 'Electric bicycles',
    lead: 'XFZD',
    co: ['SCJGJ', 'GAT', 'GXT'],
    by: industrySafety,
  },
  {
    code: 'small_rides',
    letters: 'SR',
    zh: '小型游乐设施',
    en: 'Small amusement rides',
    lead: 'SCJGJ',
    co: ['WLT', 'ZJT'],
    by: marketCulture,
  },
];

/** Fields of supervision: those of the determination standards, civil aviation, and the new forms. */
export function buildFields(): SeedItem<'field'>[] {
  return [
    ...keyFields.map((row) => fieldOf(row, false)),
    ...newFormFields.map((row) => fieldOf(row, true)),
  ].map((body) => seedItem('field', body));
}

function fieldOf(row: FieldRow, newForm: boolean): FieldOfSupervision {
  return {
    code: row.code,
    letters: row.letters,
    nameZh: row.zh,
    nameEn: row.en,
    newForm,
    leadOrg: `SX-${row.lead}`,
    coOrgs: row.co.map((code) => `SX-${code}`),
    viceGovernor: row.by.person,
  };
}
