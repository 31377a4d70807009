import type { ClockKind, RungAction, RungRecipient } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import type { DayReason } from '../clocks/count-days.ts';

const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** What is to be done before a clock is late, as a verb. */
export const clockTasks: Readonly<Record<ClockKind, Bilingual>> = {
  handOver: words('移交', 'hand over'),
  acknowledge: words('签收', 'acknowledge the handover'),
  refusalDecision: words('裁定拒收', 'decide on the refusal'),
  plan: words('报送整改方案', 'file the rectification plan'),
  progress: words('报告整改进展', 'report progress'),
  rectify: words('完成整改', 'complete rectification'),
  extensionDecision: words('批复延期申请', 'decide on the petition for extension'),
  accept: words('核查验收', 'carry out acceptance'),
  strikeOff: words('办结销号', 'sign the strike-off'),
  listing: words('挂牌督办定级', 'set the level of listed supervision'),
  publishListing: words('公布挂牌督办', 'publish the listed supervision'),
  publishStrikeOff: words('公布销号', 'publish the strike-off'),
  penaltyPublication: words('公布处罚', 'publish the penalty'),
  monthlyEdition: words('发布月度公开', 'publish the monthly edition'),
  interviewHeld: words('进行警示约谈', 'hold the warning interview'),
  interviewReply: words('作出约谈后书面报告', 'reply in writing after the interview'),
};

/** Whom a rung is told to. */
export const recipientWords: Readonly<Record<RungRecipient, Bilingual>> = {
  responsible: words('责任单位经办人', 'the handlers of the organisation'),
  unitLeader: words('责任单位负责人', 'its leader'),
  superior: words('上级单位', 'its superior'),
  viceGovernor: words('分管副省长', 'the vice-governor of the field'),
  doubleLeaders: words('双组长', 'the double leaders of the city'),
  governor: words('省长', 'the governor'),
  campaignOffice: words('领导组办公室', 'the campaign office'),
  supervisoryOrgan: words('上级监督机关', 'the supervisory organ'),
};

/** What a rung does. */
export const actionWords: Readonly<Record<RungAction, Bilingual>> = {
  remind: words('提醒', 'a reminder goes'),
  notify: words('告知', 'notice goes'),
  markOverdue: words('记为逾期', 'it is marked overdue'),
  circularEntry: words('记下待列入情况通报', 'it is noted for the circular'),
  interview: words('启动警示约谈', 'a warning interview is opened'),
  raiseOneLevel: words('提请上一级核查', 'the level above is asked to verify'),
  copyToSupervisoryOrgan: words('抄送上级监督机关', 'a copy goes to the supervisory organ'),
};

/** Why a day counts, or does not. */
export const dayWords: Readonly<Record<DayReason, Bilingual>> = {
  startDay: words('起算当日不计', 'the start day does not count'),
  workingDay: words('工作日', 'working day'),
  makeUpDay: words('调休上班', 'make-up day, worked'),
  calendarDay: words('自然日计入', 'every day counts'),
  carried: words('届满日为非工作日，顺延至此', 'carried here from a day off'),
  weekend: words('周末', 'weekend'),
  holiday: words('法定节假日', 'public holiday'),
  paused: words('暂停计时', 'paused'),
};

/** A list as a sentence has it. */
export function listed(items: readonly Bilingual[]): Bilingual {
  return {
    zh: items.map(({ zh }) => zh).join('、'),
    en: items.map(({ en }) => en).join(', '),
  };
}
