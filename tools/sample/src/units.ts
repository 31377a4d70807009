import { creditCodeFor } from '@bihuan/process-core';
import type { Random } from './random.ts';
import type { County } from './tables.ts';

/** An invented unit. */
export interface Unit {
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  /** Standard and clause of what was found there: the same is not found twice. */
  readonly findings: Set<string>;
}

/** What units are called, by field of supervision or, where it tells more, by standard. */
const trades: Readonly<Record<string, readonly string[]>> = {
  coal_mine: ['煤业有限公司', '煤矿有限责任公司', '能源有限公司煤矿'],
  non_coal_mine: ['矿业有限公司', '铁矿有限公司', '石料有限公司'],
  hazardous_chemicals: ['化工有限公司', '焦化有限公司', '气体有限公司', '加油站有限公司'],
  fireworks: ['烟花爆竹有限公司'],
  gas: ['燃气有限公司', '液化气站', '天然气有限公司'],
  fire: ['商场有限公司', '宾馆有限公司', '购物广场有限公司', '物流仓储有限公司', '医院有限公司'],
  road_transport: ['运输有限公司', '客运有限公司', '物流有限公司'],
  'MOT-JBGL-2023-59': ['高速公路有限公司', '公路养护有限公司'],
  water_transport: ['航运有限公司', '水上旅游有限公司'],
  construction: ['建筑工程有限公司', '建设集团有限公司', '市政工程有限公司'],
  metallurgy_trade: ['钢铁有限公司', '铸造有限公司', '机械制造有限公司', '食品有限公司', '铝业有限公司'],
  fishing_vessel: ['渔业有限公司'],
};
const first = Array.from('宏晋恒金同永瑞华三鑫汇安泰兴隆盛茂德广昌');
const second = Array.from('源盛泰达安昌丰宇晟发通利和顺远鼎瑞祥诚润');
const streets = ['迎宾路', '建设路', '工业园区一路', '平安街', '新兴路', '滨河东路', '矿区路', '站前街'];
/** Of the findings that may be at a unit known already. */
const AT_A_KNOWN_UNIT = 0.2;

/** The units of one ledger: names and credit codes of their own, some with several hazards. */
export class Units {
  private readonly known = new Map<string, Unit[]>();
  private readonly names = new Set<string>();
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** A unit of that place and trade, at which the finding is new. */
  at(county: County, fieldCode: string, standardCode: string, finding: string): Unit {
    const trade = trades[standardCode] ? standardCode : fieldCode;
    const key = `${county.code} ${trade}`;
    const here = this.known.get(key) ?? [];
    const again = here.filter(({ findings }) => !findings.has(finding));
    if (again.length > 0 && this.random.chance(AT_A_KNOWN_UNIT)) {
      const unit = this.random.pick(again);
      unit.findings.add(finding);
      return unit;
    }
    const unit = this.found(county, trade, finding);
    this.known.set(key, [...here, unit]);
    return unit;
  }

  private found(county: County, trade: string, finding: string): Unit {
    const { random } = this;
    return {
      name: this.newName(county, trade),
      creditCode: creditCodeFor(`91${county.code}${organisationNumber(random)}`),
      address: `${random.pick(streets)}${random.between(1, 299)}号`,
      findings: new Set([finding]),
    };
  }

  private newName({ cityNameZh, nameZh }: County, trade: string): string {
    const endings = trades[trade];
    if (!endings) throw new Error(`units of ${trade} have no names`);
    // two characters alone, like 城区 of two cities, do not say where it is
    const place = nameZh.length > 2 ? nameZh : `${cityNameZh}${nameZh}`;
    for (let branch = 1; ; branch++) {
      const word = `${this.random.pick(first)}${this.random.pick(second)}`;
      // in a long ledger the words run out
      const number = branch > 20 ? `第${branch}` : '';
      const name = `${place}${word}${number}${this.random.pick(endings)}`;
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }
}

/** Nine characters as in GB 11714, from the alphabet of GB 32100-2015. */
function organisationNumber(random: Random): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  return Array.from({ length: 9 }, () => alphabet.charAt(random.between(0, alphabet.length - 1))).join('');
}
