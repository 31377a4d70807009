import type { ChainLink, HandoverDetail, HandoverReply } from '@bihuan/contracts';
import { addDays } from '@bihuan/process-core';
import { realFigures } from '../campaign.ts';
import { asTold, becomesAsTold, refusedAsTold } from '../checks/as-told.ts';
import { clocksOf, messagesTo, timelineOf } from '../checks/hazard-views.ts';
import { mailedAsTold } from '../checks/mails.ts';
import { factsOf, kindsOf } from '../checks/summaries.ts';
import { ammoniaTanks } from '../hazard.ts';
import { heading, step } from '../print.ts';
import type { Setting } from '../setting.ts';
import { bothDispatched, takenOnByCity, takenOnByDepartment } from '../steps/hand-over.ts';
import { inState } from '../steps/ledger.ts';
import { type People, peopleOf } from '../steps/people.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from '../steps/register.ts';

const TAIYUAN = 'GOV-140100';
const JINZHONG = 'GOV-140700';
const viceGovernor = 'vice-governor.industry-safety';

/**
 * A tank farm near a boundary: Taiyuan refuses it, the office redirects it to Jinzhong, Jinzhong refuses it too. Two
 * refusals in a row are decided one level up: the vice-governor of the field gives it to Taiyuan, which takes it on.
 */
export async function refusedAndRedirected({ anybody, mailboxUrl, today }: Setting): Promise<void> {
  const as = peopleOf(anybody);
  const campaign = newCampaignCode();
  await openCampaign(as, realFigures(campaign, today), '时限同实际');
  const hazard = ammoniaTanks(campaign, today, addDays(today, 30));
  const { hazardNo, deadline } = await registerByDepartment(as, hazard);
  const { territorial, industry } = await bothDispatched(as, hazardNo);
  await takenOnByDepartment(as, industry.handoverId);
  step('yjt.handler', '行业主管部门签收');

  heading('拒收，办公室改派 Refused, redirected by the office');
  await refuse(as, 'taiyuan.handler', territorial, '现场位于市界以东，属晋中市榆次区');
  const second = await redirect(as, 'office.handler', territorial, JINZHONG, '请晋中市核实并办理');

  heading('再次拒收，提级裁定 Refused again, raised one level');
  const raised = await refuse(as, 'jinzhong.handler', second, '勘界图显示现场在太原市小店区界内');
  asTold('连续两次拒收，已提级', raised.raised, true);
  const byOffice = () => redirect(as, 'office.leader', second, TAIYUAN, '请太原市办理');
  await refusedAsTold('办公室不再裁定', [403, 'handover.raised'], byOffice);
  await becomesAsTold('副省长收到裁定请求', () => told(as, viceGovernor, hazardNo), ['handover.refused']);
  const third = await redirect(as, viceGovernor, second, TAIYUAN, '以勘界图为准，由太原市办理');
  await takenOnByCity(as, third.handoverId);
  step('taiyuan.handler', '太原市签收');
  await inState(as('office.leader'), hazardNo, 'rectifying');

  await checkRecords(as, hazardNo, third.handoverId, deadline);
  for (const [login, kinds] of Object.entries(messages))
    await becomesAsTold(`${login} 的消息`, () => told(as, login, hazardNo), kinds);
  await mailedAsTold(as, mailboxUrl, hazardNo, [...Object.keys(messages), viceGovernor]);
}

async function checkRecords(as: People, hazardNo: string, handoverId: string, deadline: string) {
  heading('核对 Checked');
  const office = as('office.leader');
  const { chain } = await office.get<HandoverDetail>(`/handovers/${handoverId}`);
  asTold('移交链：每次移交、答复和理由', chain.map(linkOf(hazardNo)), links);
  const clocks = await clocksOf(office, hazardNo);
  const ofHandovers = clocks.filter(({ kind }) => kind === 'acknowledge' || kind === 'refusalDecision');
  asTold(
    '每次移交、每次裁定各有期限，原期限可查',
    ofHandovers.map(({ kind, state, waitsFor }) => `${kind} ${waitsFor.orgCode} ${state}`).sort(),
    ends,
  );
  const { startedAt, due } = clocks.find(({ kind }) => kind === 'rectify') ?? {};
  const [registered, ...later] = await timelineOf(office, hazardNo);
  asTold('整改期限自登记起算，不因拒收而变', [startedAt, due], [registered?.at, deadline]);
  asTold('时间线', factsOf(later), history);
}

async function refuse(
  as: People,
  login: string,
  { handoverId, orgName }: HandoverReply,
  reason: string,
): Promise<HandoverReply> {
  const refusal = { reasonCode: 'notOurPlace', reason };
  const refused = await as(login).post<HandoverReply>(`/handovers/${handoverId}/refuse`, refusal);
  step(login, `${orgName}拒收（不属本辖区）：${reason}`);
  return refused;
}

/** @returns the successor */
async function redirect(
  as: People,
  login: string,
  { handoverId }: HandoverReply,
  toOrgCode: string,
  reason: string,
): Promise<HandoverReply> {
  const order = { toOrgCode, reason };
  const successor = await as(login).post<HandoverReply>(`/handovers/${handoverId}/redirect`, order);
  step(login, `改派${successor.orgName}：${reason}`);
  return successor;
}

async function told(as: People, login: string, hazardNo: string): Promise<string[]> {
  return kindsOf(await messagesTo(as(login), hazardNo));
}

/** A link without the hazard's number before that of its document. */
function linkOf(hazardNo: string) {
  return ({ documentNo, orgCode, answer, reasonCode, raised, status }: ChainLink) =>
    [documentNo.replace(hazardNo, ''), orgCode, answer, reasonCode, raised && 'raised', status]
      .filter(Boolean)
      .join(' ');
}

const links = [
  `-T1 ${TAIYUAN} refused notOurPlace redirected`,
  `-T2 ${JINZHONG} refused notOurPlace raised redirected`,
  `-T3 ${TAIYUAN} acknowledged acknowledged`,
];

const ends = [
  `acknowledge ${TAIYUAN} met`,
  `acknowledge ${TAIYUAN} met`,
  `acknowledge ${JINZHONG} met`,
  'acknowledge SX-YJT met',
  'refusalDecision SX-GOV met',
  'refusalDecision SX-OFFICE met',
];

const history = [
  'handover.dispatched',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.refused',
  'handover.redirected',
  'handover.dispatched',
  'handover.refused',
  'handover.redirected',
  'handover.dispatched',
  'handover.acknowledged',
];

/** What is raised is told to those above as well. */
const messages: Readonly<Record<string, string[]>> = {
  'taiyuan.handler': ['handover.dispatched', 'handover.redirected', 'handover.dispatched'],
  'jinzhong.handler': ['handover.dispatched', 'handover.redirected'],
  'office.handler': ['handover.refused', 'handover.refused'],
  governor: ['handover.refused'],
};
