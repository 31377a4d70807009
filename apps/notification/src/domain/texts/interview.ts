import type { Language } from '@bihuan/platform/errors';
import { localText } from '@bihuan/process-core';
import type { About, Circumstances } from '../about.ts';
import type { InterviewMessage, InterviewMessageKind, InterviewNotice } from '../interview-message.ts';
import { hazardIn } from './hazard.ts';
import type { Written } from './template.ts';
import { daysLateIn } from './urged.ts';
import { words } from './words.ts';

interface Interview {
  readonly no: string;
  readonly who: string;
  readonly by: string;
  /** What led to it, where, and by how much it is late. */
  readonly why: string;
  /** The one thing that the reader is to do. */
  readonly act: string;
}

type Texts = Readonly<Record<InterviewMessageKind, (of: Interview) => Written>>;

const zh: Texts = {
  'interview.opened': ({ no, who, by, why, act }) => ({
    title: `警示约谈 ${no}：${who}`,
    body: `将由${by}负责人对${who}负责人进行警示约谈。${why}${act}`,
  }),
  'interview.joined': ({ no, who, why, act }) => ({
    title: `警示约谈 ${no} 并入一项：${who}`,
    body: `并入对${who}负责人尚未进行的警示约谈。${why}${act}`,
  }),
  'interview.cancelled': ({ no, who }) => ({
    title: `警示约谈 ${no} 取消：${who}`,
    body: `所涉隐患均系登记有误、已撤销，不再约谈${who}，不必再准备。`,
  }),
};

const en: Texts = {
  'interview.opened': ({ no, who, by, why, act }) => ({
    title: `Warning interview ${no}: ${who}`,
    body: `The leader of ${who} will be interviewed by the leader of ${by}. ${why} ${act}`,
  }),
  'interview.joined': ({ no, who, why, act }) => ({
    title: `Further matter for warning interview ${no}: ${who}`,
    body: `It joins the interview of ${who} that is open. ${why} ${act}`,
  }),
  'interview.cancelled': ({ no, who }) => ({
    title: `Warning interview ${no} cancelled: ${who}`,
    body: `Every hazard it was about was registered in error: ${who} will not be interviewed, and nothing is left to prepare.`,
  }),
};

/**
 * Writes a message about a warning interview.
 *
 * @param hazard of the matter that led to it; null where that has none, or where its registration was not heard of yet
 */
export function renderInterview(
  language: Language,
  { kind, params }: InterviewMessage,
  about: Circumstances,
  hazard: About | null,
): Written {
  const english = language === 'en';
  return (english ? en : zh)[kind]({
    no: params.interviewNo,
    who: about.organisation(params.interviewee.orgCode, params.interviewee.orgName),
    by: about.organisation(params.interviewer.orgCode, params.interviewer.orgName),
    why: english ? causeInEnglish(params, about, hazard) : causeInChinese(params, about, hazard),
    act: english ? actInEnglish(params, about) : actInChinese(params, about),
  });
}

function causeInChinese({ cause }: InterviewNotice, about: Circumstances, hazard: About | null): string {
  if (!cause) return '';
  const what = hazard
    ? `${hazardIn('zh-CN', hazard)}：`
    : cause.hazardNo && `重大事故隐患 ${cause.hazardNo}：`;
  const late = daysLateIn('zh-CN', cause.due, about);
  return `事由：${what ?? ''}应于 ${localText(new Date(cause.due))} 前${words['zh-CN'].clocks[cause.clock]}，经催办仍未办理，截至 ${about.asOf} ${late}。`;
}

function causeInEnglish({ cause }: InterviewNotice, about: Circumstances, hazard: About | null): string {
  if (!cause) return '';
  const what = hazard
    ? `${hazardIn('en', hazard)}, `
    : cause.hazardNo && `Major accident hazard ${cause.hazardNo}, `;
  const late = daysLateIn('en', cause.due, about);
  return `Why: ${what ?? ''}to ${words.en.clocks[cause.clock]} before ${localText(new Date(cause.due))}, still not done after every reminder; as of ${about.asOf} this is ${late}.`;
}

function actInChinese({ cause }: InterviewNotice, { reason }: Circumstances): string {
  if (reason === 'interviewer') return '请安排约谈。';
  if (reason !== 'interviewee' || !cause) return '请协调双方约谈时间。';
  return `请立即${words['zh-CN'].clocks[cause.clock]}，并准备说明情况。`;
}

function actInEnglish({ cause }: InterviewNotice, { reason }: Circumstances): string {
  if (reason === 'interviewer') return 'Arrange the interview.';
  if (reason !== 'interviewee' || !cause) return 'Arrange a time with both sides.';
  return `See to it at once, to ${words.en.clocks[cause.clock]}, and be ready to account for it.`;
}
