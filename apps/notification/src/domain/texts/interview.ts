import type { Language } from '@bihuan/platform/errors';
import { localText } from '@bihuan/process-core';
import type { Circumstances } from '../about.ts';
import type { InterviewMessage, InterviewNotice } from '../interview-message.ts';
import type { Written } from './template.ts';
import { words } from './words.ts';

/** Writes a message about a warning interview. */
export function renderInterview(
  language: Language,
  { kind, params }: InterviewMessage,
  about: Circumstances,
): Written {
  const { interviewNo } = params;
  const who = about.organisation(params.interviewee.orgCode, params.interviewee.orgName);
  const by = about.organisation(params.interviewer.orgCode, params.interviewer.orgName);
  const why = language === 'en' ? causeInEnglish(params) : causeInChinese(params);
  if (language === 'en') {
    const texts = {
      'interview.opened': [
        `Warning interview ${interviewNo}: ${who}`,
        `The leader of ${who} will be interviewed by the leader of ${by}. ${why}`,
      ],
      'interview.joined': [
        `Further matter for warning interview ${interviewNo}: ${who}`,
        `It joins the interview of ${who} that is open. ${why}`,
      ],
      'interview.cancelled': [
        `Warning interview ${interviewNo} cancelled: ${who}`,
        `Every hazard it was about was registered in error: ${who} will not be interviewed.`,
      ],
    } as const;
    const [title, body] = texts[kind];
    return { title, body };
  }
  const texts = {
    'interview.opened': [
      `警示约谈 ${interviewNo}：${who}`,
      `将由${by}负责人对${who}负责人进行警示约谈。${why}`,
    ],
    'interview.joined': [
      `警示约谈 ${interviewNo} 并入一项：${who}`,
      `并入对${who}负责人尚未进行的警示约谈。${why}`,
    ],
    'interview.cancelled': [
      `警示约谈 ${interviewNo} 取消：${who}`,
      `所涉隐患均系登记有误、已撤销，不再约谈${who}。`,
    ],
  } as const;
  const [title, body] = texts[kind];
  return { title, body };
}

function causeInChinese({ cause }: InterviewNotice): string {
  if (!cause) return '';
  const about = cause.hazardNo === null ? '' : `重大事故隐患 ${cause.hazardNo}：`;
  return `事由：${about}应于 ${localText(new Date(cause.due))} 前${words['zh-CN'].clocks[cause.clock]}，经催办仍未办理。`;
}

function causeInEnglish({ cause }: InterviewNotice): string {
  if (!cause) return '';
  const about = cause.hazardNo === null ? '' : `major accident hazard ${cause.hazardNo}, `;
  return `Why: ${about}to ${words.en.clocks[cause.clock]} before ${localText(new Date(cause.due))}, still not done after every reminder.`;
}
