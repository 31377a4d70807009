import type { HazardDetail } from '@bihuan/contracts';
import { addDays } from '@bihuan/process-core';
import { realFigures } from '../campaign.ts';
import { asTold, becomesAsTold } from '../checks/as-told.ts';
import { clocksOf, messagesTo, outlookOf, timelineOf } from '../checks/hazard-views.ts';
import { mailedAsTold } from '../checks/mails.ts';
import { endsOf, factsOf, kindsAhead, kindsOf } from '../checks/summaries.ts';
import { ammoniaTanks } from '../hazard.ts';
import { heading, step } from '../print.ts';
import type { Setting } from '../setting.ts';
import { bothDispatched, takenOnByCity, takenOnByDepartment } from '../steps/hand-over.ts';
import { inState, publishStrikeOff } from '../steps/ledger.ts';
import { type People, peopleOf } from '../steps/people.ts';
import { rectify } from '../steps/rectify.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from '../steps/register.ts';

/** Everybody acts in time: no clock is overdue, no rung is taken, and in the end nothing is left ahead. */
export async function onTime({ anybody, mailboxUrl, today }: Setting): Promise<void> {
  const as = peopleOf(anybody);
  const office = as('office.leader');
  const campaign = newCampaignCode();
  await openCampaign(as, realFigures(campaign, today), '时限同实际');
  const { hazardNo } = await registerByDepartment(as, ammoniaTanks(campaign, today, addDays(today, 30)));

  heading('按时签收 Acknowledged in time');
  const { territorial, industry } = await bothDispatched(as, hazardNo);
  await takenOnByDepartment(as, industry.handoverId);
  step('yjt.handler', '行业主管部门签收');
  await takenOnByCity(as, territorial.handoverId);
  step('taiyuan.handler', '太原市签收');
  await inState(office, hazardNo, 'rectifying');
  const ahead = async () => kindsAhead(await outlookOf(office, hazardNo));
  await becomesAsTold('展望：方案、进展、完成整改', ahead, ['plan', 'progress', 'rectify']);

  heading('整改、验收、销号、公布 Rectified, accepted, struck off, published');
  await rectify(as, hazardNo, today);
  await inState(office, hazardNo, 'struckOff');
  await becomesAsTold('展望：只剩公布销号', ahead, ['publishStrikeOff']);
  await publishStrikeOff(office, hazardNo, today);
  step('office.leader', '公布销号');
  await becomesAsTold('展望：无', ahead, []);

  heading('核对 Checked');
  await becomesAsTold('已到达环节', () => marksOf(as, hazardNo), [
    'disclosed',
    'found',
    'handedOver',
    'supervised',
  ]);
  const clocks = await clocksOf(office, hazardNo);
  asTold('各项期限均按时办结', endsOf(clocks), ends);
  asTold(
    '没有提醒，也没有逾期催办',
    clocks.flatMap(({ rungsTaken }) => rungsTaken),
    [],
  );
  asTold('时间线', factsOf(await timelineOf(office, hazardNo)), history);
  for (const [login, kinds] of Object.entries(told))
    await becomesAsTold(`${login} 的消息`, async () => kindsOf(await messagesTo(as(login), hazardNo)), kinds);
  await mailedAsTold(as, mailboxUrl, hazardNo, Object.keys(told));
}

async function marksOf(as: People, hazardNo: string): Promise<string[]> {
  const { marks } = await as('office.leader').get<HazardDetail>(`/hazards/${hazardNo}`);
  return Object.keys(marks).sort();
}

/** Two reports of progress: the first ends when it comes, the second with the completion. */
const ends = [
  'accept met',
  'acknowledge met',
  'acknowledge met',
  'handOver met',
  'plan met',
  'progress met',
  'progress met',
  'publishStrikeOff met',
  'rectify met',
  'strikeOff met',
];

const history = [
  'hazard.registered',
  'handover.dispatched',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.acknowledged',
  'plan.filed',
  'progress.reported',
  'completion.reported',
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
  'hazard.disclosed',
];

/** Whoever must act is told, and how it ended; those above hear nothing. */
const told: Readonly<Record<string, string[]>> = {
  'taiyuan.handler': ['handover.dispatched', 'acceptance.decided', 'hazard.struckOff'],
  'yjt.handler': ['handover.dispatched', 'acceptance.applied', 'acceptance.decided', 'hazard.struckOff'],
  'office.leader': ['acceptance.decided', 'hazard.struckOff'],
  'vice-governor.industry-safety': [],
  governor: [],
};
