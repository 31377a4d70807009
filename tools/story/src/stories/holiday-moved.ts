import type {
  ClockReply,
  ReprojectionApplied,
  ReprojectionPreview,
  ReprojectionProgress,
} from '@bihuan/contracts';
import { addDays } from '@bihuan/process-core';
import { realFigures } from '../campaign.ts';
import { asTold, becomesAsTold, refusedAsTold } from '../checks/as-told.ts';
import { clocksOf, messagesTo, outlookOf, timelineOf } from '../checks/hazard-views.ts';
import { mailedAsTold } from '../checks/mails.ts';
import { changeOf, clockOf, factsOf, kindsOf } from '../checks/summaries.ts';
import { endOf, textOf } from '../checks/times.ts';
import { ammoniaTanks } from '../hazard.ts';
import { heading, step } from '../print.ts';
import type { Setting } from '../setting.ts';
import { bothDispatched, takenOnByDepartment } from '../steps/hand-over.ts';
import { type People, peopleOf } from '../steps/people.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from '../steps/register.ts';

const CITY = 'GOV-140100';
const REASON = '放假安排调整，期限相应变动';

/** Clocks tell nothing of themselves in the history. */
const history = ['hazard.registered', 'handover.dispatched', 'handover.dispatched', 'handover.acknowledged'];

/**
 * The day on which Taiyuan must answer becomes a holiday. Its date stays until the office re-projects: a handler
 * previews, the leader applies exactly what was previewed, and the reason stands beside both dates. Then all of it back.
 */
export async function holidayMoved({ anybody, mailboxUrl, today }: Setting): Promise<void> {
  const as = peopleOf(anybody);
  const campaign = newCampaignCode();
  await openCampaign(as, realFigures(campaign, today), '时限同实际');
  const { hazardNo } = await registerByDepartment(as, ammoniaTanks(campaign, today, addDays(today, 30)));
  const { industry } = await bothDispatched(as, hazardNo);
  // The business time of a new stack begins on a Monday.
  const hazard = { as, campaign, hazardNo, holiday: addDays(today, 1), dayAfter: addDays(today, 2) };
  const { holiday } = hazard;
  await datesAre(hazard, `签收期限 ${endOf(holiday)}`, { due: endOf(holiday), byToday: null });

  heading(`${holiday} 改为放假 The day becomes a holiday`);
  await movedLater(hazard, industry.handoverId);
  heading(`${holiday} 恢复上班 The day is worked again`);
  await movedBack(hazard);

  heading('核对 Checked');
  await becomesAsTold('流程均已知悉', () => stillToTell(as), 0);
  asTold('时间线不因日历而变', factsOf(await timelineOf(as('office.leader'), hazardNo)), history);
  const told = kindsOf(await messagesTo(as('taiyuan.handler'), hazardNo));
  asTold('太原市没有收到催办', told, ['handover.dispatched']);
  await mailedAsTold(as, mailboxUrl, hazardNo, ['taiyuan.handler', 'yjt.handler']);
}

/** The hazard, and the two days between which its date moves. */
interface Hazard {
  readonly as: People;
  readonly campaign: string;
  readonly hazardNo: string;
  readonly holiday: string;
  readonly dayAfter: string;
}

/** @param industryHandover taken on between preview and approval: what was previewed holds no longer */
async function movedLater(hazard: Hazard, industryHandover: string): Promise<void> {
  const { as, campaign, holiday, dayAfter } = hazard;
  await changeDay(as, holiday, 'holiday');
  const waiting = { due: endOf(holiday), byToday: endOf(dayAfter) };
  await datesAre(hazard, '期限未动，提示按现行日历应为次日', waiting);
  const seen = await preview(as, campaign);
  asTold('预览：两项签收期限延后', [seen.counts.later, seen.counts.earlier], [2, 0]);
  const byHandler = () => apply(as, 'office.handler', campaign, seen);
  await refusedAsTold('经办人不能批准', [403, 'auth.notAllowed'], byHandler);
  await takenOnByDepartment(as, industryHandover);
  step('yjt.handler', '行业主管部门签收');
  const stale = () => apply(as, 'office.leader', campaign, seen);
  await refusedAsTold('预览之后情况已变，不予调整', [409, 'reprojection.changed'], stale);

  const renewed = await preview(as, campaign);
  asTold('重新预览：一项延后', [renewed.counts.later, renewed.counts.earlier], [1, 0]);
  await apply(as, 'office.leader', campaign, renewed);
  await datesAre(hazard, '签收期限已延后', { due: endOf(dayAfter), byToday: null });
  const clock = await answerClock(hazard);
  asTold('变更记录', clock.changes.map(changeOf), [moved(holiday, dayAfter, renewed)]);
  asTold('为何是这一天：放假不计', dayOf(clock, holiday), { counted: false, reason: 'holiday' });
  asTold('展望随之延后', await overdueAhead(hazard), [endOf(dayAfter)]);
}

async function movedBack(hazard: Hazard): Promise<void> {
  const { as, campaign, holiday, dayAfter } = hazard;
  const [first] = (await answerClock(hazard)).changes.map(changeOf);
  await changeDay(as, holiday, 'ordinary');
  const waiting = { due: endOf(dayAfter), byToday: endOf(holiday) };
  await datesAre(hazard, '提示按现行日历应为当日', waiting);
  const seen = await preview(as, campaign);
  asTold('预览：一项提前', [seen.counts.later, seen.counts.earlier], [0, 1]);
  await apply(as, 'office.leader', campaign, seen);
  await datesAre(hazard, '签收期限已恢复', { due: endOf(holiday), byToday: null });
  const clock = await answerClock(hazard);
  asTold('两次变更都在记录中', clock.changes.map(changeOf), [first, moved(dayAfter, holiday, seen)]);
  asTold('为何是这一天：照常计算', dayOf(clock, holiday), { counted: true, reason: 'workingDay' });
  asTold('展望随之恢复', await overdueAhead(hazard), [endOf(holiday)]);
}

/** Until when Taiyuan must answer, and until when by the calendar as it is stored now. */
function datesAre(hazard: Hazard, what: string, told: { due: string; byToday: string | null }) {
  const dates = async () => {
    const { due, dueByToday } = await answerClock(hazard);
    return { due: textOf(due), byToday: dueByToday && textOf(dueByToday) };
  };
  return becomesAsTold(what, dates, told);
}

async function changeDay(as: People, date: string, kind: 'holiday' | 'ordinary'): Promise<void> {
  await as('office.handler').put(`/calendar/days/${date}`, { kind, reason: '按国务院办公厅通知调整' });
  step('office.handler', `工作日历：${date} ${kind === 'holiday' ? '放假' : '恢复上班'}`);
}

const byCalendar = (campaignCode: string) => ({ kind: 'calendar', campaignCode }) as const;

function preview(as: People, campaignCode: string): Promise<ReprojectionPreview> {
  return as('office.handler').post('/reprojections', { cause: byCalendar(campaignCode) });
}

async function apply(
  as: People,
  login: string,
  campaignCode: string,
  { hash }: ReprojectionPreview,
): Promise<void> {
  const order = { cause: byCalendar(campaignCode), reason: REASON };
  const { counts } = await as(login).post<ReprojectionApplied>(`/reprojections/${hash}/apply`, order);
  step(login, `批准调整期限：延后 ${counts.later} 项，提前 ${counts.earlier} 项`);
}

async function answerClock({ as, hazardNo }: Hazard): Promise<ClockReply> {
  return clockOf(await clocksOf(as('office.leader'), hazardNo), 'acknowledge', CITY);
}

async function overdueAhead({ as, hazardNo }: Hazard): Promise<string[]> {
  const { items } = await outlookOf(as('office.leader'), hazardNo);
  const ahead = items.filter(({ kind, rung }) => kind === 'acknowledge' && rung === 'overdue');
  return ahead.map(({ at }) => textOf(at));
}

async function stillToTell(as: People): Promise<number> {
  return (await as('office.handler').get<ReprojectionProgress>('/reprojections')).toTell;
}

/** The change that a preview foretold. */
function moved(from: string, to: string, { owners }: ReprojectionPreview): ReturnType<typeof changeOf> {
  const reference = owners.find(({ owner }) => owner === 'handover')?.hash ?? null;
  const approved = { person: 'office.leader', reason: REASON, reference };
  return { kind: 'reprojection', from: endOf(from), to: endOf(to), ...approved };
}

function dayOf({ days }: ClockReply, date: string) {
  const day = days.find((one) => one.date === date);
  return day && { counted: day.counted, reason: day.reason };
}
