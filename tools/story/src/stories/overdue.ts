import type { InterviewReply } from '@bihuan/contracts';
import { addDays } from '@bihuan/process-core';
import { quickAnswers } from '../campaign.ts';
import { asTold, becomesAsTold } from '../checks/as-told.ts';
import { type Foretold, messagesForetold, unpunctual } from '../checks/foretold.ts';
import { clocksOf, messagesTo, outlookOf, timelineOf } from '../checks/hazard-views.ts';
import { mailedAsTold } from '../checks/mails.ts';
import { clockOf, kindsOf, rungs } from '../checks/summaries.ts';
import { ammoniaTanks } from '../hazard.ts';
import { heading } from '../print.ts';
import type { Setting } from '../setting.ts';
import { bothDispatched, takenOnByCity, takenOnByDepartment } from '../steps/hand-over.ts';
import { inState } from '../steps/ledger.ts';
import { type People, peopleOf } from '../steps/people.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from '../steps/register.ts';

const CITY = 'GOV-140100';
const DEPARTMENT = 'SX-YJT';
const wholeLadder = ['reminder', 'overdue', 'leader', 'interview'];
const answeredLate = ['reminder', 'overdue'];

/**
 * Taiyuan does not answer its handover: rung after rung is taken with nobody looking, as the outlook foretold, and each
 * recipient has the message. The department answers behind its date: the rungs that were ahead of it never come.
 */
export async function overdue({ anybody, mailboxUrl, today }: Setting): Promise<void> {
  const as = peopleOf(anybody);
  const campaign = newCampaignCode();
  await openCampaign(as, quickAnswers(campaign, today), '20 秒内签收，各级催办相隔 10 秒');
  const { hazardNo } = await registerByDepartment(as, ammoniaTanks(campaign, today, addDays(today, 30)));
  const { territorial, industry } = await bothDispatched(as, hazardNo);

  heading('无人签收 Nobody answers');
  const foretold = await aheadOf(as, hazardNo, CITY);
  asTold('展望：太原市仍未签收，将逐级催办', rungs(foretold), wholeLadder);
  await becomesAsTold('省应急管理厅：提醒、逾期', () => takenOf(as, hazardNo, DEPARTMENT), answeredLate);
  const late = await takenOnByDepartment(as, industry.handoverId);
  asTold('省应急管理厅逾期签收', [late.status, late.late], ['acknowledged', true]);
  await becomesAsTold('太原市：逐级催办，直至警示约谈', () => takenOf(as, hazardNo, CITY), wholeLadder);

  heading('与展望相符 As it was foretold');
  asTold('逐级按时', unpunctual(foretold, await answerClock(as, hazardNo, CITY)), []);
  for (const [login, kinds] of messagesForetold(foretold, 'taiyuan')) {
    await becomesAsTold(`${login} 的消息：${kinds.join('、')}`, () => aboutCity(as, login, hazardNo), kinds);
    await mailedAsTold(as, mailboxUrl, hazardNo, [login]);
  }
  await becomesAsTold('警示约谈：只有太原市，由省政府', () => interviewsAbout(as, hazardNo), [
    { interviewee: CITY, interviewer: 'SX-GOV', state: 'open' },
  ]);
  asTold('省应急管理厅签收后不再催办', await takenOf(as, hazardNo, DEPARTMENT), answeredLate);

  heading('太原市签收，催办结束 Taiyuan answers, the ladder ends');
  const { status, receipt, ...answer } = await takenOnByCity(as, territorial.handoverId);
  asTold(
    '签收回执：逾期签收',
    [status, answer.late, receipt?.person],
    ['acknowledged', true, 'taiyuan.handler'],
  );
  await inState(as('office.leader'), hazardNo, 'rectifying');
  asTold('展望：不再催办签收', await aheadOf(as, hazardNo, CITY), []);
  const { state, overdueAt, due } = await answerClock(as, hazardNo, CITY);
  asTold('签收期限：已办结，自到期起记为逾期', [state, overdueAt], ['met', due]);
  asTold('时间线：每一级只有一次', await rungsInHistory(as, hazardNo), rungsOfBoth);
}

async function answerClock(as: People, hazardNo: string, orgCode: string) {
  return clockOf(await clocksOf(as('office.leader'), hazardNo), 'acknowledge', orgCode);
}

async function takenOf(as: People, hazardNo: string, orgCode: string): Promise<string[]> {
  return rungs((await answerClock(as, hazardNo, orgCode)).rungsTaken);
}

/** What is ahead of the organisation as long as it does not answer. */
async function aheadOf(as: People, hazardNo: string, orgCode: string): Promise<Foretold> {
  const { items } = await outlookOf(as('office.leader'), hazardNo);
  return items.filter(({ kind, waitsFor }) => kind === 'acknowledge' && waitsFor.orgCode === orgCode);
}

/** Rungs that an account was told of because Taiyuan did not answer. */
async function aboutCity(as: People, login: string, hazardNo: string): Promise<string[]> {
  const messages = await messagesTo(as(login), hazardNo);
  return kindsOf(
    messages.filter(({ kind, body }) => kind.startsWith('clock.') && body.includes('太原市人民政府')),
  );
}

async function interviewsAbout(as: People, hazardNo: string) {
  const { items } = await as('governor').get<{ items: InterviewReply[] }>('/interviews');
  const about = items.filter(({ causes }) => causes.some((cause) => cause.hazardNo === hazardNo));
  return about.map(({ interviewee, interviewer, state }) => ({
    interviewee: interviewee.orgCode,
    interviewer: interviewer.orgCode,
    state,
  }));
}

async function rungsInHistory(as: People, hazardNo: string): Promise<string[]> {
  const entries = await timelineOf(as('office.leader'), hazardNo);
  const taken = entries.filter(({ type }) => type === 'clock.rungTaken').map(({ data }) => data);
  return taken
    .map(({ waitsFor, rung }) => `${(waitsFor as { orgCode: string }).orgCode} ${String(rung)}`)
    .sort();
}

const rungsOfBoth = [
  ...wholeLadder.map((rung) => `${CITY} ${rung}`),
  ...answeredLate.map((rung) => `${DEPARTMENT} ${rung}`),
].sort();
