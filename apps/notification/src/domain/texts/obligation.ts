import type { Language } from '@bihuan/platform/errors';
import { localText } from '@bihuan/process-core';
import type { Circumstances } from '../about.ts';
import type { ObligationMessage, ObligationMessageKind } from '../obligation-message.ts';
import type { Written } from './template.ts';
import { urgedChinese, urgedEnglish } from './urged.ts';

/** The title, and what is said besides. */
type Words = Readonly<Record<ObligationMessageKind, readonly [title: string, besides: string]>>;

const zh: Words = {
  'obligation.reminder': ['期限将到', ''],
  'obligation.overdue': ['逾期未办', ''],
  'obligation.leader': ['报领导：逾期仍未办', ''],
  'obligation.interview': ['达到警示约谈条件', '长时间逾期，按规则应当警示约谈。'],
  'obligation.raise': ['提级核查', '仍未办理，抄送上级监督机关，建议提级核查。'],
};

const en: Words = {
  'obligation.reminder': ['Due soon', ''],
  'obligation.overdue': ['Overdue', ''],
  'obligation.leader': ['To leaders, still overdue', ''],
  'obligation.interview': [
    'Warning interview due',
    ' It is long overdue: by the rules a warning interview is to be held.',
  ],
  'obligation.raise': [
    'Raised one level',
    ' It is still not done: the supervisory organ has a copy, and verification goes one level up.',
  ],
};

/** Writes a message about a clock without a hazard. */
export function renderObligation(
  language: Language,
  { kind, params }: ObligationMessage,
  about: Circumstances,
): Written {
  const who = about.organisation(params.orgCode, params.orgName);
  const due = localText(new Date(params.due));
  if (language === 'en') {
    const [title, besides] = en[kind];
    const urged =
      kind === 'obligation.reminder'
        ? `${who} is to do this before ${due}.`
        : urgedEnglish({ ...params, who, verb: 'do this' }, about);
    return { title: `${title}: ${params.title.en}`, body: `${params.title.en}: ${urged}${besides}` };
  }
  const [title, besides] = zh[kind];
  const urged =
    kind === 'obligation.reminder'
      ? `应于 ${due} 前办理，请按期办理。`
      : urgedChinese({ ...params, who, verb: '办理' }, about);
  return { title: `${title}：${params.title.zh}`, body: `${params.title.zh}：${who}${urged}${besides}` };
}
