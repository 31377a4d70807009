/** Kinds of ledger that can be brought: major hazards; general hazards one by one; general hazards counted per unit and month. */
export const LedgerKind = ['major', 'general', 'generalCounts'] as const;
export type LedgerKind = (typeof LedgerKind)[number];

/** A column of a ledger: its usual heading, and the other headings by which offices call it. */
export interface LedgerColumn {
  readonly heading: string;
  readonly variants: readonly string[];
  readonly required: boolean;
  /** An example for the template, in the form people write it. */
  readonly example: string;
  /** For the template's explanations. */
  readonly note: string;
}

const column = (
  heading: string,
  example: string,
  note: string,
  variants: readonly string[] = [],
  required = true,
): LedgerColumn => ({ heading, variants, required, example, note });
const optional = (heading: string, example: string, note: string, variants: readonly string[] = []) =>
  column(heading, example, note, variants, false);

const DAY = '日期，如 2023-05-18、2023/5/18、2023年5月18日或 20230518';

const unit = {
  unitName: column('单位名称', '太原市某液化气站', '责任单位全称', [
    '企业名称',
    '责任单位',
    '隐患单位',
    '被检查单位',
    '生产经营单位',
    '单位全称',
  ]),
  creditCode: optional(
    '统一社会信用代码',
    '91330424MA28AQAQXU',
    '18位，GB 32100-2015；没有生产经营单位的可空，由承担整改的单位代替',
    ['社会信用代码', '信用代码', '统一信用代码', '单位代码'],
  ),
};

const where = {
  place: column('县（市、区）', '太原市小店区', '县级行政区划名称或六位代码', [
    '县区',
    '所在县区',
    '县市区',
    '行政区划',
    '行政区划代码',
    '区划代码',
    '所属区县',
    '所在地',
    '区县',
  ]),
  address: column('隐患地址', '平阳路1号', '县级以下详细地址', [
    '地址',
    '详细地址',
    '隐患地点',
    '单位地址',
    '地点',
  ]),
  field: column('行业领域', '城镇燃气', '行业领域名称或代码', [
    '领域',
    '所属行业领域',
    '行业类别',
    '行业',
    '监管领域',
  ]),
};

const description = column('隐患描述', '无许可证经营燃气', '发现了什么', [
  '隐患内容',
  '问题描述',
  '隐患情况',
  '问题隐患',
  '重大隐患描述',
  '存在问题',
]);
const foundOn = column('发现日期', '2023-09-25', DAY, ['排查日期', '检查日期', '发现时间', '排查时间']);

/** Columns of the ledger of major hazards; those of the past are for a ledger brought from an older system. */
export const majorColumns = {
  ...unit,
  ...where,
  standard: column('判定标准', 'MOHURD-JCG-2023-4', '标准代码、文号或名称', [
    '判定依据',
    '依据标准',
    '重大隐患判定标准',
  ]),
  clause: optional('判定条款', '第四条（一）', '标准的条款号；标准未收录条款的填写判定理由', [
    '条款',
    '条款号',
    '依据条款',
  ]),
  clauseReason: optional('判定理由', '', '标准未收录条款时必填', ['判定说明']),
  kind: column('隐患类别', '违法行为', '设备设施缺陷、违法行为、管理缺陷', ['类别', '隐患类型', '隐患种类']),
  massCasualties: optional('可能造成群死群伤', '是', '是或否；空为否', ['群死群伤', '是否群死群伤']),
  foundBy: optional('发现方式', '检查', '检查、企业自查、群众举报、移送；空为检查', [
    '隐患来源',
    '来源',
    '发现途径',
  ]),
  foundOn,
  description,
  stateAndCause: column('现状及成因', '现场不能出示许可证', '《安全生产事故隐患排查治理暂行规定》第十四条', [
    '隐患现状及产生原因',
    '现状和原因',
    '隐患现状',
    '产生原因',
    '原因分析',
  ]),
  harmAndDifficulty: column('危害程度和整改难度', '可能泄漏爆炸', '同上', [
    '危害程度及整改难易程度分析',
    '危害程度',
    '危害和难度',
    '危害程度和整改难易程度',
  ]),
  deadline: optional('整改期限', '2023-11-08', `${DAY}；空为自登记之日起按政策计算`, [
    '整改时限',
    '计划完成日期',
    '要求完成日期',
    '整改完成时限',
    '限期',
  ]),
  registeredOn: optional('登记日期', '2023-09-26', `${DAY}；仅历史台账，且必填`, [
    '录入日期',
    '建档日期',
    '上报日期',
    '登记时间',
  ]),
  handedOverOn: optional('移交日期', '2023-09-26', '两移交的日期；仅历史台账', ['移交时间', '交办日期']),
  territorialAnsweredOn: optional('属地签收日期', '2023-09-26', '仅历史台账', [
    '市级签收日期',
    '属地签收时间',
  ]),
  industryAnsweredOn: optional('行业签收日期', '2023-09-27', '仅历史台账', ['厅局签收日期', '行业签收时间']),
  planFiledOn: optional('方案报送日期', '2023-09-28', '仅历史台账', ['整改方案日期', '方案日期']),
  completedOn: optional('整改完成日期', '2023-09-30', '仅历史台账', [
    '完成日期',
    '整改完成时间',
    '实际完成日期',
  ]),
  acceptedOn: optional('验收日期', '2023-10-07', '仅历史台账', ['核查验收日期', '验收时间', '核查日期']),
  struckOffOn: optional('销号日期', '2023-10-08', '仅历史台账', ['办结销号日期', '销号时间', '办结日期']),
} as const satisfies Record<string, LedgerColumn>;

/** Columns of general hazards, one a row. */
export const generalColumns = {
  ...unit,
  place: where.place,
  field: where.field,
  foundOn,
  description,
  fixedOn: optional('整改完成日期', '2023-09-27', `${DAY}；空为未完成`, ['完成日期', '整改完成时间']),
} as const satisfies Record<string, LedgerColumn>;

/** Columns of general hazards counted per unit and month. */
export const generalCountColumns = {
  ...unit,
  place: where.place,
  field: where.field,
  month: column('月份', '2023-05', '年月，如 2023-05 或 2023年5月', ['统计月份', '年月', '所属月份']),
  found: column('一般隐患数', '12', '当月发现的一般隐患项数', [
    '发现数',
    '排查数',
    '一般隐患发现数',
    '排查一般隐患数',
  ]),
  fixed: column('整改数', '10', '其中已整改的项数', ['已整改数', '完成数', '一般隐患整改数']),
} as const satisfies Record<string, LedgerColumn>;

export const ledgerColumns = {
  major: majorColumns,
  general: generalColumns,
  generalCounts: generalCountColumns,
} as const satisfies Record<LedgerKind, Record<string, LedgerColumn>>;

/** Words of the ledger for kinds of hazard and ways of finding it. */
export const kindWords = {
  facility_failure: '设备设施缺陷',
  illegal_act: '违法行为',
  management_deficiency: '管理缺陷',
} as const;
export const foundByWords = {
  inspection: '检查',
  enterprise: '企业自查',
  public: '群众举报',
  transfer: '移送',
} as const;
