import type { Clause, FieldOfSupervision, Place, RegisterHazard, Standard } from '@bihuan/contracts';
import { addDays, creditCodeFor } from '@bihuan/process-core';
import { Random } from './random.ts';
import { unitNameFor } from './unit-names.ts';

/** A standard as the API lists it, with its clauses. */
export interface CitableStandard {
  readonly standard: Standard & { readonly effectiveFrom: string; readonly effectiveTo: string | null };
  readonly clauses: readonly Clause[];
}

export interface LedgerSources {
  readonly counties: readonly Place[];
  readonly fields: readonly FieldOfSupervision[];
  readonly standards: readonly CitableStandard[];
}

export interface LedgerWish {
  readonly campaignCode: string;
  readonly rows: number;
  readonly seed: number;
  /** The day of the demonstration, `YYYY-MM-DD`; hazards were found in the two weeks before it. */
  readonly today: string;
}

/** A small ledger as an office would bring it: real places, fields and clauses, valid credit codes, deadlines ahead. */
export function sampleLedger(sources: LedgerSources, wish: LedgerWish): RegisterHazard[] {
  const random = new Random(wish.seed);
  const findings = sources.standards.flatMap(({ standard, clauses }) =>
    clauses.map((clause) => ({ standard, clause })),
  );
  return Array.from({ length: wish.rows }, () => hazard(random, sources, findings, wish));
}

interface Finding {
  readonly standard: CitableStandard['standard'];
  readonly clause: Clause;
}

function hazard(
  random: Random,
  sources: LedgerSources,
  findings: readonly Finding[],
  wish: LedgerWish,
): RegisterHazard {
  const foundOn = addDays(wish.today, -random.between(0, 13));
  const { standard, clause } = random.pick(findings.filter((finding) => wasInForce(finding, foundOn)));
  const county = random.pick(sources.counties);
  const field = sources.fields.find((candidate) => candidate.code === standard.fieldCode);
  if (!field)
    throw new Error(`standard ${standard.code} names field ${standard.fieldCode}, which is not listed`);
  return {
    campaignCode: wish.campaignCode,
    kind: clause.kind,
    massCasualties: random.next() < 0.3,
    foundBy: random.pick([
      'inspection',
      'inspection',
      'inspection',
      'enterprise',
      'enterprise',
      'public',
      'transfer',
    ]),
    foundOn,
    responsible: {
      type: 'unit',
      name: unitNameFor(random, county.nameZh, field.code),
      creditCode: creditCodeFor(`91${county.code}${organisationNumber(random)}`),
    },
    place: {
      code: county.code,
      address: `${county.nameZh}${random.pick(streets)}${random.between(1, 299)}号`,
    },
    fieldCode: field.code,
    coOrgs: [],
    standardCode: standard.code,
    clauseNo: clause.clauseNo,
    description: clause.typicalFindingZh,
    report: {
      stateAndCause: `现场检查发现：${clause.typicalFindingZh}。经初步分析，原因为${random.pick(causes)}。`,
      harmAndDifficulty: `${random.pick(harms)}；治理难度：${random.pick(difficulties)}。`,
    },
    deadline: addDays(wish.today, random.between(10, 60)),
  };
}

function wasInForce({ standard }: Finding, day: string): boolean {
  return standard.effectiveFrom <= day && (standard.effectiveTo === null || day <= standard.effectiveTo);
}

/** Nine characters as in GB 11714, from the alphabet of GB 32100-2015. */
function organisationNumber(random: Random): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  return Array.from({ length: 9 }, () => alphabet.charAt(random.between(0, alphabet.length - 1))).join('');
}

const streets = ['迎宾路', '建设路', '工业园区一路', '平安街', '新兴路', '滨河东路', '矿区路', '站前街'];
const causes = [
  '日常检查流于形式',
  '设备超期服役未更新',
  '人员培训不到位',
  '外包队伍管理缺位',
  '安全投入不足',
];
const harms = ['可能造成人员伤亡', '可能引发火灾爆炸', '可能造成群死群伤', '可能造成人员中毒窒息'];
const difficulties = ['一般，可在期限内完成', '较大，需停产整改', '较大，需采购专用设备'];
