import type { Language } from '@bihuan/platform/errors';
import { localText } from '@bihuan/process-core';
import type { ObligationMessage, ObligationMessageKind } from '../obligation-message.ts';
import type { Written } from './template.ts';

type Words = Readonly<Record<ObligationMessageKind, { readonly title: string; readonly body: string }>>;

const zh: Words = {
  'obligation.reminder': { title: '期限将到', body: '请按期办理。' },
  'obligation.overdue': { title: '逾期未办', body: '现已逾期，请立即办理。' },
  'obligation.leader': { title: '报领导：逾期仍未办', body: '逾期后仍未办理，请督促。' },
  'obligation.interview': { title: '达到警示约谈条件', body: '长时间逾期，按规则应当警示约谈。' },
  'obligation.raise': { title: '提级核查', body: '仍未办理，抄送上级监督机关，建议提级核查。' },
};

const en: Words = {
  'obligation.reminder': { title: 'Due soon', body: 'Do it in time.' },
  'obligation.overdue': { title: 'Overdue', body: 'This is overdue: act at once.' },
  'obligation.leader': {
    title: 'To leaders, still overdue',
    body: 'It is overdue and still not done: see to it.',
  },
  'obligation.interview': {
    title: 'Warning interview due',
    body: 'It is long overdue: by the rules a warning interview is to be held.',
  },
  'obligation.raise': {
    title: 'Raised one level',
    body: 'It is still not done: the supervisory organ has a copy, and verification goes one level up.',
  },
};

/**
 * Writes a message about a clock without a hazard.
 *
 * @param organisation name of the organisation that must act, in that language
 */
export function renderObligation(
  language: Language,
  { kind, params }: ObligationMessage,
  organisation: string,
): Written {
  const due = localText(new Date(params.due));
  if (language === 'en') {
    const { title, body } = en[kind];
    return {
      title: `${title}: ${params.title.en}`,
      body: `${params.title.en}: ${organisation} is to do this before ${due}. ${body}`,
    };
  }
  const { title, body } = zh[kind];
  return {
    title: `${title}：${params.title.zh}`,
    body: `${params.title.zh}：${organisation}应于 ${due} 前办理，${body}`,
  };
}
