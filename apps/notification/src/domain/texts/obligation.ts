import type { RungName } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import { localText } from '@bihuan/process-core';
import type { Circumstances } from '../about.ts';
import type { ObligationMessage } from '../obligation-message.ts';
import { deedsIn, isRaised } from './deeds.ts';
import type { Written } from './template.ts';
import { urgedChinese, urgedEnglish } from './urged.ts';

/** Writes a message about a clock without a hazard. */
export function renderObligation(
  language: Language,
  { kind, params }: ObligationMessage,
  about: Circumstances,
): Written {
  const rung = kind.slice('obligation.'.length) as RungName;
  const { actions, title, ...late } = params;
  const who = about.organisation(params.orgCode, params.orgName);
  const due = localText(new Date(params.due));
  const { heading, besides } = deedsIn(language, rung, actions);
  const [soon, raised] = [rung === 'reminder', isRaised(rung, actions)];
  if (language === 'en') {
    const urged = soon
      ? `${who} is to do this before ${due}.`
      : urgedEnglish({ ...late, who, verb: 'do this', raised }, about);
    return {
      title: `${heading ?? (soon ? 'Due soon' : 'Overdue')}: ${title.en}`,
      body: [`${title.en}: ${urged}`, besides].filter(Boolean).join(' '),
    };
  }
  const urged = soon
    ? `应于 ${due} 前办理，请按期办理。`
    : urgedChinese({ ...late, who, verb: '办理', raised }, about);
  return {
    title: `${heading ?? (soon ? '期限将到' : '逾期未办')}：${title.zh}`,
    body: `${title.zh}：${who}${urged}${besides}`,
  };
}
