import { step } from '../print.ts';
import { afterFactsArrived } from './after-facts.ts';
import type { People } from './people.ts';

/** 督导巡查: plan, progress, completion, acceptance by others than the rectifying side, strike-off. */
export async function rectify(as: People, hazardNo: string, today: string): Promise<void> {
  const city = as('taiyuan.handler');
  const at = `/hazards/${hazardNo}`;
  await afterFactsArrived('supervision', () => city.post(`${at}/plan`, plan));
  step('taiyuan.handler', '报送整改方案');
  await city.post(`${at}/progress`, { percent: 60, note: '阀门已更换，独立联锁安装中' });
  step('taiyuan.handler', '报告整改进展 60%');
  await city.post(`${at}/completion`, { summary: '阀门更换、独立联锁投用，测试合格', finishedOn: today });
  step('taiyuan.handler', '报告整改完成');
  await city.post(`${at}/acceptance/application`, { statement: '整改已完成，申请现场验收' });
  step('taiyuan.handler', '申请验收');
  await as('yjt.handler').post(`${at}/acceptance/verdict`, {
    passed: true,
    opinion: '现场核查，整改到位',
    visitedOn: today,
  });
  step('yjt.handler', '验收通过（由整改方以外的单位）');
  await as('taiyuan.leader').post(`${at}/strike-off`, { opinion: '同意销号' });
  step('taiyuan.leader', '签批销号');
}

const plan = {
  goalAndTask: '修复紧急切断阀，增设独立安全仪表系统',
  methodAndMeasures: '停车置换，更换阀门，增设独立联锁并逐回路测试',
  fundsAndMaterials: '自筹 120 万元',
  organisationAndPersons: '企业主要负责人负责，安全科实施',
  timeAndRequirement: '整改期限内完成，每周复查一次',
  safetyAndContingency: '整改期间罐区停用，设警戒和喷淋，修订泄漏应急预案',
  funds: 120,
};
