import type { Policy, ReferenceItem } from '@bihuan/contracts';
import { shortLadder, standardLadder } from '@bihuan/process-core';
import { referenceItem } from './publish-reference.ts';

const basis = { origin: 'default', zh: '测试', en: 'test' } as const;
const short = { ladder: shortLadder.rungs, basis };
const long = { ladder: standardLadder.rungs, basis };

const clocks = {
  handOver: { period: { workingDays: 1 }, ...short },
  acknowledge: { period: { workingDays: 1 }, ...short },
  refusalDecision: { period: { workingDays: 1 }, ...short },
  plan: { period: { workingDays: 3 }, ...short },
  progress: { period: { days: 10 }, ...long },
  rectify: { period: { days: 30 }, ...long },
  accept: { period: { days: 10 }, ...long },
  strikeOff: { period: { workingDays: 5 }, ...long },
  listing: { period: { workingDays: 5 }, ...long },
} satisfies Policy['clocks'];

/** The defaults of the product: one working day to hand over and to acknowledge, thirty days to rectify. */
export const testPolicy = {
  version: 1,
  effectiveFrom: '2023-04-25',
  dayEnds: '18:00',
  noticeHours: { from: '00:00', to: '24:00' },
  clocks,
  demonstration: false,
} satisfies Policy;

/**
 * The least a hazard needs: a county in Taiyuan, gas, its department and the city government, one standard with one clause;
 * and a second city government and department, which a handover can be transferred to.
 */
export function smallProvince(): ReferenceItem[] {
  return [
    referenceItem('place', '140000', {
      code: '140000',
      nameZh: '山西省',
      nameEn: 'Shanxi',
      level: 'province',
      cityCode: '140000',
    }),
    referenceItem('place', '140100', {
      code: '140100',
      nameZh: '太原市',
      nameEn: 'Taiyuan',
      level: 'city',
      cityCode: '140100',
    }),
    referenceItem('place', '140105', {
      code: '140105',
      nameZh: '小店区',
      nameEn: 'Xiaodian',
      level: 'county',
      cityCode: '140100',
    }),
    referenceItem('place', '140200', {
      code: '140200',
      nameZh: '大同市',
      nameEn: 'Datong',
      level: 'city',
      cityCode: '140200',
    }),
    ...organisations(),
    referenceItem('field', 'gas', {
      code: 'gas',
      letters: 'GAS',
      nameZh: '燃气',
      nameEn: 'Gas',
      newForm: false,
      leadOrg: 'SX-HOUSING',
      coOrgs: [],
      viceGovernor: 'vice-governor',
    }),
    referenceItem('campaign', 'SX2023', {
      code: 'SX2023',
      nameZh: '重大事故隐患专项排查整治2023行动',
      nameEn: 'Campaign 2023',
      startsOn: '2023-04-25',
      endsOn: '2023-12-31',
      fields: [],
      policies: [testPolicy],
    }),
    referenceItem('calendarYear', '2023', {
      code: '2023',
      version: 1,
      holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
      makeUpDays: ['2023-10-07', '2023-10-08'],
    }),
    ...standards(),
  ];
}

function organisations(): ReferenceItem[] {
  const organisation = { parentCode: 'SX', placeCode: '140000', campaignOffice: false, creditCode: null };
  return [
    referenceItem('organisation', 'SX', {
      ...organisation,
      code: 'SX',
      nameZh: '省人民政府',
      nameEn: 'Provincial government',
      level: 'province',
      parentCode: null,
    }),
    referenceItem('organisation', 'SX-OFFICE', {
      ...organisation,
      code: 'SX-OFFICE',
      nameZh: '省专项行动领导组办公室',
      nameEn: 'Campaign office',
      level: 'province',
      campaignOffice: true,
    }),
    referenceItem('organisation', 'SX-HOUSING', {
      ...organisation,
      code: 'SX-HOUSING',
      nameZh: '省住房和城乡建设厅',
      nameEn: 'Department of housing',
      level: 'provincialDepartment',
    }),
    referenceItem('organisation', 'SX-COMMERCE', {
      ...organisation,
      code: 'SX-COMMERCE',
      nameZh: '省商务厅',
      nameEn: 'Department of commerce',
      level: 'provincialDepartment',
    }),
    referenceItem('organisation', 'TY', {
      ...organisation,
      code: 'TY',
      nameZh: '太原市人民政府',
      nameEn: 'Taiyuan government',
      level: 'city',
      placeCode: '140100',
    }),
    referenceItem('organisation', 'DT', {
      ...organisation,
      code: 'DT',
      nameZh: '大同市人民政府',
      nameEn: 'Datong government',
      level: 'city',
      placeCode: '140200',
    }),
    referenceItem('office', 'TY-handler', {
      code: 'TY-handler',
      person: 'ty-handler',
      titleZh: '太原市人民政府 经办人',
      titleEn: 'Handler, Taiyuan government',
      orgCode: 'TY',
      role: 'handler',
    }),
  ];
}

function standards(): ReferenceItem[] {
  return [
    referenceItem('standard', 'GAS-2023', {
      code: 'GAS-2023',
      fieldCode: 'gas',
      titleZh: '城镇燃气经营安全重大隐患判定标准',
      issuingNo: '',
      issuerZh: '住房和城乡建设部',
      clausesSupplied: 1,
    }),
    referenceItem('clause', 'GAS-2023.1', {
      code: 'GAS-2023.1',
      standardCode: 'GAS-2023',
      clauseNo: '4.1',
      kind: 'management_deficiency',
      labelZh: '未取得许可证经营',
      labelEn: 'Operating without a permit',
      typicalFindingZh: '未取得燃气经营许可证从事燃气经营活动',
    }),
  ];
}
