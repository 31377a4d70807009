import type { Role } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import type { Reason } from '../reason.ts';
import { words } from './words.ts';

/** What the reason is told of. Names are in the reader's language. */
export interface Grounds {
  readonly reason: Reason;
  /** The office that is told. */
  readonly organisation: string;
  readonly role: Role;
  /** The clock, where it is told of one: who must act, and what it is to do. */
  readonly clock: { readonly who: string; readonly verb: string; readonly late: boolean } | null;
  readonly city: string;
  readonly field: string;
}

type Reasons = Readonly<Record<Reason, (grounds: Grounds, state: string) => string>>;

const zh: Reasons = {
  responsible: (_, state) => `该单位${state}`,
  unitLeader: (_, state) => `该单位${state}`,
  superior: ({ clock }, state) => `由您所在单位督促${clock?.who ?? ''}，其${state}`,
  viceGovernor: ({ clock, field }, state) => `分管${field}，${clock?.who ?? ''}${state}`,
  doubleLeaders: ({ clock, city }, state) => `系${city}领导组双组长，${clock?.who ?? ''}${state}`,
  governor: ({ clock }, state) => `系省领导组组长，${clock?.who ?? ''}${state}`,
  campaignOffice: ({ clock }, state) => `领导组办公室统筹督办，${clock?.who ?? ''}${state}`,
  supervisoryOrgan: ({ clock }, state) => `抄送监督机关，${clock?.who ?? ''}${state}`,
  addressed: () => '此事由该单位办理',
  copied: () => '该单位共管该行业领域，抄送知悉',
  interviewee: () => '该单位将被警示约谈',
  interviewer: () => '由该单位负责约谈',
  decides: () => '此事待您决定',
  concerned: () => '该单位对该隐患负有属地、行业监管或统筹责任',
  toldBefore: () => '此前收到过关于该隐患的督办消息',
};

const en: Reasons = {
  responsible: (_, state) => `your organisation ${state}`,
  unitLeader: (_, state) => `your organisation ${state}`,
  superior: ({ clock }, state) => `your organisation oversees ${clock?.who ?? ''}, which ${state}`,
  viceGovernor: ({ clock, field }, state) =>
    `you are in charge of the field “${field}”, and ${clock?.who ?? ''} ${state}`,
  doubleLeaders: ({ clock, city }, state) =>
    `you lead the leading group of ${city}, and ${clock?.who ?? ''} ${state}`,
  governor: ({ clock }, state) =>
    `you head the leading group of the province, and ${clock?.who ?? ''} ${state}`,
  campaignOffice: ({ clock }, state) =>
    `the campaign office oversees all of it, and ${clock?.who ?? ''} ${state}`,
  supervisoryOrgan: ({ clock }, state) =>
    `the supervisory organ gets a copy, and ${clock?.who ?? ''} ${state}`,
  addressed: () => 'this is for your organisation to do',
  copied: () => 'your organisation shares the field and gets a copy',
  interviewee: () => 'your organisation is to be interviewed',
  interviewer: () => 'your organisation interviews',
  decides: () => 'this waits for your decision',
  concerned: () => 'your organisation answers for the place or the field, or for the campaign',
  toldBefore: () => 'you were told of its escalation before',
};

/** Why an office was told, e.g. 您是太原市人民政府负责人，该单位逾期未签收. */
export function whyIn(language: Language, grounds: Grounds): string {
  const { reason, organisation, role, clock } = grounds;
  const office = words[language].roles[role];
  if (language === 'en') {
    const state = clock ? (clock.late ? `is late to ${clock.verb}` : `is to ${clock.verb} soon`) : '';
    return `You hold the office of ${office}, ${organisation}: ${en[reason](grounds, state)}.`;
  }
  const state = clock ? (clock.late ? `逾期未${clock.verb}` : `须按期${clock.verb}`) : '';
  return `您是${organisation}${office}，${zh[reason](grounds, state)}`;
}
