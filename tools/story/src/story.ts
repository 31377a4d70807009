import { addDays } from '@bihuan/process-core';
import { type ApiClient, until } from '@bihuan/api-client';
import { storyCampaign } from './campaign.ts';
import { messagesTo } from './checks/hazard-views.ts';
import { ammoniaTanks } from './hazard.ts';
import { mailedTo } from './mailed.ts';
import { heading, receivedBy, step } from './print.ts';
import type { Setting } from './setting.ts';
import { bothDispatched, takenOnByCity, takenOnByDepartment } from './steps/hand-over.ts';
import { disclosed, inState, publishStrikeOff } from './steps/ledger.ts';
import { peopleOf } from './steps/people.ts';
import { rectify } from './steps/rectify.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from './steps/register.ts';

/** Who is told when Taiyuan lets a handover go overdue, from the bottom up. */
const told = [
  'taiyuan.handler',
  'taiyuan.leader',
  'office.leader',
  'vice-governor.industry-safety',
  'governor',
];

/**
 * One new hazard through the whole loop, by the public API alone. The city lets its handover go overdue and answers
 * late; the department answers in time; the hazard is rectified, accepted by others and struck off,
 * and the strike-off is published.
 */
export async function tellStory({
  anybody,
  gatewayUrl,
  temporalUiUrl,
  mailboxUrl,
  namespace,
  today,
}: Setting): Promise<void> {
  const as = peopleOf(anybody);

  heading('发现隐患 Found');
  const campaign = newCampaignCode();
  await openCampaign(as, storyCampaign(campaign, today), '时限以秒计');
  const { hazardNo } = await registerByDepartment(as, ammoniaTanks(campaign, today, addDays(today, 30)));
  step('operator', '在 Temporal UI 中打开（User Metadata 页以中文说明状态、五环节和期限）：');
  step('', `${temporalUiUrl}/namespaces/${namespace}/workflows/${hazardNo}`);

  heading('移交办理 Handed over');
  const { territorial, industry } = await bothDispatched(as, hazardNo);
  await takenOnByDepartment(as, industry.handoverId);
  step('yjt.handler', '行业主管部门按时签收');
  step('taiyuan.handler', '太原市未按时签收，等待提醒、逾期、报告领导、约谈……');
  await until('the interview rung', 120, () => rungReached(as('taiyuan.leader'), hazardNo, 'interview'));
  for (const login of told) receivedBy(login, await messagesTo(as(login), hazardNo));
  const mails = await mailedTo(mailboxUrl, 'governor@bihuan.example', hazardNo);
  step('→ governor@bihuan.example', `邮件 ${mails.length} 封：${mails[0] ?? ''}`);
  step('', `${mailboxUrl}/?hazardNo=${hazardNo}`);
  await takenOnByCity(as, territorial.handoverId);
  step('taiyuan.handler', '太原市逾期后签收');
  await inState(as('office.leader'), hazardNo, 'rectifying');

  heading('督导巡查 Supervised');
  await rectify(as, hazardNo, today);
  await inState(as('office.leader'), hazardNo, 'struckOff');

  heading('信息公开 Disclosed');
  const publication = await publishStrikeOff(as('office.leader'), hazardNo, today);
  step('office.leader', `公布销号：${gatewayUrl}${publication.file.path}`);

  heading('结果 Result');
  const hazard = await disclosed(as('office.leader'), hazardNo);
  step('state', `${hazard.state}；已到达环节：${Object.keys(hazard.marks).join('、')}`);
  step('open', '只差考核通报：本月结束、月度考核计入本隐患后，闭环结束');
}

async function rungReached(api: ApiClient, hazardNo: string, rung: string): Promise<true | undefined> {
  const messages = await messagesTo(api, hazardNo);
  return messages.some((message) => message.kind === `clock.${rung}`) || undefined;
}
