import type { Language } from '@bihuan/platform/errors';
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
  /** Whether the level above is asked to verify. */
  readonly raised: boolean;
  readonly unacknowledged?: readonly Unacknowledged[] | undefined;
}

/**
 * Sentences of an escalation in Chinese: how late it is, whom it waits for, the one thing that the reader is to do, and
 * who has not acknowledged what was told before.
 */
export function urgedChinese({ due, who, verb, raised, unacknowledged }: Late, about: Circumstances): string {
  const late = daysLateIn('zh-CN', due, about);
  const whose = {
    self: '立即',
    own: '督促本单位立即',
    others: `督促${who}立即`,
    verify: `提级核查，督促${who}立即`,
  };
  const before = unacknowledged?.map(
    (office) =>
      titleOf(office, about) ?? about.organisation(office.orgCode) + words['zh-CN'].roles[office.role],
  );
  return [
    `应于 ${localText(new Date(due))} 前${verb}，截至 ${about.asOf} ${late}，在等待${who}。`,
    `请${whose[urges(about, raised)]}${verb}。`,
    before?.length ? `此前的通知尚未确认收到：${before.join('、')}。` : '',
  ].join('');
}

/** The same in English. */
export function urgedEnglish({ due, who, verb, raised, unacknowledged }: Late, about: Circumstances): string {
  const late = daysLateIn('en', due, about);
  const act = {
    self: `${capital(verb)} at once.`,
    own: `See to it that your organisation does so at once.`,
    others: `Urge ${who} to do so at once.`,
    verify: `Verify it, and urge ${who} to do so at once.`,
  };
  const before = unacknowledged?.map(
    (office) =>
      titleOf(office, about) ?? `${words.en.roles[office.role]} of ${about.organisation(office.orgCode)}`,
  );
  return [
    `${who} was to ${verb} before ${localText(new Date(due))}; as of ${about.asOf} this is ${late} and waits for ${who}.`,
    act[urges(about, raised)],
    ...(before?.length ? [`Not acknowledged so far by: ${before.join('; ')}.`] : []),
  ].join(' ');
}

/** Whoever was told by name is named by title. */
function titleOf({ orgCode, role, person }: Unacknowledged, about: Circumstances): string | null {
  return person ? about.title({ orgCode, role, person }) : null;
}

/** By how many working days something is late. @param due ISO 8601 */
export function daysLateIn(language: Language, due: string, about: Circumstances): string {
  const days = about.workingDaysLate(due);
  if (language === 'en')
    return days === 0
      ? 'less than one working day late'
      : `${days} working ${days === 1 ? 'day' : 'days'} late`;
  return days === 0 ? '逾期不足 1 个工作日' : `已逾期 ${days} 个工作日`;
}

/** Whether the reader is to act, to see that the own organisation acts, to urge another one, or to verify besides. */
function urges({ reason }: Circumstances, raised: boolean): 'self' | 'own' | 'others' | 'verify' {
  if (reason === null || reason === 'responsible') return 'self';
  if (reason === 'unitLeader') return 'own';
  return raised && reason === 'superior' ? 'verify' : 'others';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
