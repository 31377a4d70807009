import type { RegisterHazard } from '@bihuan/contracts';

/** The hazard of the story: a gas filling station in Xiaodian, Taiyuan. */
export function gasStation(campaignCode: string, today: string, deadline: string): RegisterHazard {
  return {
    campaignCode,
    kind: 'illegal_act',
    massCasualties: true,
    foundBy: 'inspection',
    foundOn: today,
    responsible: { type: 'unit', name: '示范液化气充装站', creditCode: '91330424MA28AQAQXU' },
    place: { code: '140105', address: '平阳南路 88 号' },
    fieldCode: 'gas',
    coOrgs: [],
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: '第四条（一）',
    description: '充装超期未检气瓶，现场发现 23 只',
    report: {
      stateAndCause: '充装前检查流于形式，超期气瓶未剔除',
      harmAndDifficulty: '可能引发泄漏爆炸，造成群死群伤；更换气瓶即可消除',
    },
    deadline,
  };
}
