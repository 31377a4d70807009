import { localText } from '@bihuan/process-core';
import type { Circumstances } from '../about.ts';
import type { Unacknowledged } from '../message.ts';
import { words } from './words.ts';

/** What is late, and how to say it. */
interface Late {
  readonly due: string;
  /** The organisation that must act, by its name. */
  readonly who: string;
  /** What it is to do. */
  readonly verb: string;
  readonly unacknowledged?: readonly Unacknowledged[] | undefined;
}

/**
 * Sentences of an escalation in Chinese: how late it is, whom it waits for, the one thing that the reader is to do, and
 * who has not acknowledged what was told before.
 */
export function urgedChinese({ due, who, verb, unacknowledged }: Late, about: Circumstances): string {
  const days = about.workingDaysLate(due);
  const late = days === 0 ? '逾期不足 1 个工作日' : `已逾期 ${days} 个工作日`;
  const whose = urges(about) === 'others' ? `督促${who}` : urges(about) === 'own' ? '督促本单位' : '';
  const before = unacknowledged?.map(
    ({ orgCode, role }) => about.organisation(orgCode) + words['zh-CN'].roles[role],
  );
  return [
    `应于 ${localText(new Date(due))} 前${verb}，截至 ${about.asOf} ${late}，在等待${who}。`,
    `请${whose}立即${verb}。`,
    before?.length ? `此前的通知尚未确认收到：${before.join('、')}。` : '',
  ].join('');
}

/** The same in English. */
export function urgedEnglish({ due, who, verb, unacknowledged }: Late, about: Circumstances): string {
  const days = about.workingDaysLate(due);
  const late =
    days === 0 ? 'less than one working day late' : `${days} working ${days === 1 ? 'day' : 'days'} late`;
  const act = {
    self: `${capital(verb)} at once.`,
    own: `See to it that your organisation does so at once.`,
    others: `Urge ${who} to do so at once.`,
  };
  const before = unacknowledged?.map(
    ({ orgCode, role }) => `${words.en.roles[role]} of ${about.organisation(orgCode)}`,
  );
  return [
    `${who} was to ${verb} before ${localText(new Date(due))}; as of ${about.asOf} this is ${late} and waits for ${who}.`,
    act[urges(about)],
    ...(before?.length ? [`Not acknowledged so far by: ${before.join('; ')}.`] : []),
  ].join(' ');
}

/** Whether the reader is to act, to see that the own organisation acts, or to urge another one. */
function urges({ reason }: Circumstances): 'self' | 'own' | 'others' {
  if (reason === null || reason === 'responsible') return 'self';
  return reason === 'unitLeader' ? 'own' : 'others';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
