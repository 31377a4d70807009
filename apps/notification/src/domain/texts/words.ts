import type { ClockKind, Role, Track } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';

interface Words {
  /** What is to be done under each clock, as a verb. */
  readonly clocks: Readonly<Record<ClockKind, string>>;
  readonly tracks: Readonly<Record<Track, string>>;
  readonly roles: Readonly<Record<Role, string>>;
}

const zh: Words = {
  clocks: {
    handOver: '移交',
    acknowledge: '签收',
    refusalDecision: '裁定拒收',
    plan: '报送整改方案',
    progress: '报告整改进展',
    rectify: '完成整改',
    accept: '核查验收',
    strikeOff: '办结销号',
    listing: '挂牌督办定级',
    publishListing: '公布挂牌督办',
    publishStrikeOff: '公布销号',
    penaltyPublication: '公布处罚',
    monthlyEdition: '发布月度公开',
    extensionDecision: '批复延期申请',
    interviewHeld: '进行警示约谈',
    interviewReply: '作出约谈后书面报告',
  },
  tracks: { territorial: '属地', industry: '行业' },
  roles: {
    handler: '经办人',
    leader: '负责人',
    governor: '省长',
    viceGovernor: '副省长',
    enterprise: '企业负责人',
    system: '业务系统',
    operations: '运维',
  },
};

const en: Words = {
  clocks: {
    handOver: 'hand over',
    acknowledge: 'acknowledge the handover',
    refusalDecision: 'decide on the refusal',
    plan: 'file the rectification plan',
    progress: 'report progress',
    rectify: 'complete rectification',
    accept: 'carry out acceptance',
    strikeOff: 'sign the strike-off',
    listing: 'set the level of listed supervision',
    publishListing: 'publish the listed supervision',
    publishStrikeOff: 'publish the strike-off',
    penaltyPublication: 'publish the penalty',
    monthlyEdition: 'publish the monthly edition',
    extensionDecision: 'decide on the petition for extension',
    interviewHeld: 'hold the warning interview',
    interviewReply: 'reply in writing after the interview',
  },
  tracks: { territorial: 'territorial', industry: 'industry' },
  roles: {
    handler: 'handler',
    leader: 'leader',
    governor: 'governor',
    viceGovernor: 'vice-governor',
    enterprise: 'head of safety',
    system: 'own system',
    operations: 'operations',
  },
};

export const words: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en };
