import type { ClockKind, RungName } from '@bihuan/contracts';
import { localText } from '@bihuan/process-core';
import type { About } from '../about.ts';
import type { ClockNotice } from '../message.ts';
import { deedsIn, isRaised } from './deeds.ts';
import { hazardIn } from './hazard.ts';
import type { Written } from './template.ts';
import { urgedChinese, urgedEnglish } from './urged.ts';
import { words } from './words.ts';

type TextOfRung = (params: ClockNotice, about: About) => Written;

/** What a rung of a clock says in Chinese. It follows what the rung does, whatever it is called. */
export function rungInChinese(rung: RungName): TextOfRung {
  return ({ clock, actions, ...params }, about) => {
    const { verb, who } = parts('zh-CN', clock, params, about);
    const { heading, besides } = deedsIn('zh-CN', rung, actions);
    const soon = rung === 'reminder';
    const late = heading === null ? `逾期未${verb}` : `${heading}：逾期仍未${verb}`;
    const said = soon
      ? `应于 ${localText(new Date(params.due))} 前${verb}，请按期办理。`
      : urgedChinese({ ...params, who, verb, raised: isRaised(rung, actions) }, about);
    return {
      title: `${soon ? `${heading ?? '期限将到'}，请${verb}` : late}：${about.hazardNo}`,
      body: `${hazardIn('zh-CN', about)}：${who}${said}${besides}`,
    };
  };
}

/** The same in English. */
export function rungInEnglish(rung: RungName): TextOfRung {
  return ({ clock, actions, ...params }, about) => {
    const { verb, who } = parts('en', clock, params, about);
    const { heading, besides } = deedsIn('en', rung, actions);
    const soon = rung === 'reminder';
    const said = soon
      ? `${who} is to ${verb} before ${localText(new Date(params.due))}.`
      : urgedEnglish({ ...params, who, verb, raised: isRaised(rung, actions) }, about);
    return {
      title: `${heading ?? (soon ? 'Due soon' : 'Overdue')}: ${verb}, ${about.hazardNo}`,
      body: [`${hazardIn('en', about)}: ${said}`, besides].filter(Boolean).join(' '),
    };
  };
}

function parts(
  language: keyof typeof words,
  clock: ClockKind,
  { orgCode, orgName }: Pick<ClockNotice, 'orgCode' | 'orgName'>,
  about: About,
) {
  return { verb: words[language].clocks[clock], who: about.organisation(orgCode, orgName) };
}
