import type { RegisterHazard } from '@bihuan/contracts';

/** Counties of all cities of the province: a crowd of registrations comes from many places. */
export const counties = [
  ...['140105', '140106', '140107', '140212', '140213', '140302', '140311', '140403', '140404', '140502'],
  ...['140581', '140602', '140603', '140702', '140703', '140802', '140881', '140902', '141002', '141102'],
] as const;

/** The hazards that the benchmarks register: bottled-gas stations, found the day before, each somewhere else. */
export function gasStation(n: number): RegisterHazard {
  return {
    campaignCode: 'SX2023',
    kind: 'illegal_act',
    massCasualties: true,
    foundBy: 'inspection',
    foundOn: '2023-10-08',
    responsible: { type: 'unit', name: `某液化气充装站 ${n}`, creditCode: '91330424MA28AQAQXU' },
    place: { code: counties[n % counties.length] ?? counties[0], address: `平阳南路 ${n} 号` },
    fieldCode: 'gas',
    coOrgs: [],
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: '第四条（一）',
    description: '未取得燃气经营许可证从事燃气经营活动，现场存放钢瓶四十余只',
    report: {
      stateAndCause: '现场不能出示许可证，钢瓶露天存放，未设泄漏报警和强制通风',
      harmAndDifficulty: '可能泄漏爆炸，周边为居民区，易造成群死群伤；停业整改，难度不大',
    },
    deadline: '2023-11-08',
  };
}
