import type { RegisterHazard } from '@bihuan/contracts';

/** The hazard of the story: a liquid ammonia tank farm in Xiaodian, Taiyuan. */
export function ammoniaTanks(campaignCode: string, today: string, deadline: string): RegisterHazard {
  return {
    campaignCode,
    kind: 'facility_failure',
    massCasualties: true,
    foundBy: 'inspection',
    foundOn: today,
    responsible: { type: 'unit', name: '示范化工有限公司', creditCode: '91330424MA28AQAQXU' },
    place: { code: '140105', address: '平阳南路 88 号' },
    fieldCode: 'hazardous_chemicals',
    coOrgs: [],
    standardCode: 'SAWS-AJZG3-2017-121-HC',
    clauseNo: '第五项',
    description: '液氨罐区未配备独立的安全仪表系统，紧急切断阀失效',
    report: {
      stateAndCause: '紧急切断阀卡涩，高高液位联锁未独立设置，日常测试流于形式',
      harmAndDifficulty: '可能造成液氨泄漏、人员中毒，造成群死群伤；需停车改造，难度较大',
    },
    deadline,
  };
}
