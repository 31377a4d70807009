import type { HazardKind } from '@bihuan/contracts';
import type { Finding } from './finding.ts';

const finding =
  (standardCode: string) =>
  (kind: HazardKind, found: string, reason: string): Finding => ({
    standardCode,
    clauseNo: null,
    kind,
    found,
    reason,
  });
const fire = finding('GB35181-2017');
const building = finding('MOHURD-JZG-2022-2');

/**
 * Findings under the standards of 2023 whose clauses are not supplied, in our own words: such a hazard names the
 * standard and the reason why it applies.
 */
export const unlistedFindings: readonly Finding[] = [
  fire(
    'facility_failure',
    '三层商业区自动喷水灭火系统管网无水，末端试水装置压力为零',
    '人员密集场所自动灭火系统不能使用',
  ),
  fire(
    'facility_failure',
    '消防控制室火灾报警控制器故障停用已两周，无人维修',
    '火灾自动报警系统不能正常运行',
  ),
  fire('illegal_act', '二层两个安全出口中一个上锁，另一个被货架封堵', '人员密集场所安全出口数量不足'),
  fire(
    'illegal_act',
    '营业厅吊顶与墙面采用易燃泡沫板装修，面积约400平方米',
    '人员密集场所违规使用易燃可燃材料装修',
  ),
  fire('illegal_act', '仓库内违规住宿12人，住宿与库房之间无防火分隔', '生产、储存与住宿设在同一建筑且未分隔'),
  fire(
    'management_deficiency',
    '消防车通道被永久性构筑物占用，消防车不能通行',
    '消防车通道被占用影响灭火救援',
  ),
  building(
    'facility_failure',
    '基坑支护桩间土体坍落，监测值超过报警值后仍在坑内施工',
    '基坑监测超过报警值未采取措施',
  ),
  building(
    'facility_failure',
    '塔式起重机附着装置缺两道连接螺栓，标准节有可见裂纹',
    '起重机械主要结构有缺陷仍在使用',
  ),
  building('illegal_act', '高大模板支撑体系未按专项方案搭设，水平杆缺失三层', '危大工程未按专项施工方案实施'),
  building('illegal_act', '附着式升降脚手架未经检测验收即投入使用', '起重机械和自升设施未经验收即使用'),
  building(
    'management_deficiency',
    '总包单位安全生产许可证已过期，仍在组织施工',
    '施工单位安全生产许可证失效',
  ),
  building('management_deficiency', '深基坑专项施工方案未组织专家论证', '超过一定规模的危大工程方案未经论证'),
];
