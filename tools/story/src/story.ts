import type {
  AcknowledgeHandover,
  HandoverReply,
  HazardDetail,
  NotificationReply,
  PublicationReply,
  RegisteredReply,
} from '@bihuan/contracts';
import { addDays, addMonths } from '@bihuan/process-core';
import { type ApiClient, ApiProblem, until } from '@bihuan/api-client';
import { storyCampaign } from './campaign.ts';
import { ammoniaTanks } from './hazard.ts';
import { heading, receivedBy, step } from './print.ts';
import type { Setting } from './setting.ts';

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
  namespace,
  today,
}: Setting): Promise<void> {
  const as = (login: string) => anybody.as(login);

  heading('发现隐患 Found');
  const campaign = `S${Date.now().toString(36).toUpperCase()}`;
  await as('office.leader').post('/campaigns', storyCampaign(campaign, today, addMonths(today, 12)));
  step('office.leader', `创建演示专项行动 ${campaign}（时限以秒计）`);
  const { hazardNo } = await registerOnceCampaignIsKnown(
    as('yjt.handler'),
    ammoniaTanks(campaign, today, addDays(today, 30)),
  );
  step('yjt.handler', `登记重大事故隐患，编号 ${hazardNo}`);
  step('operator', '在 Temporal UI 中打开（User Metadata 页以中文说明状态、五环节和期限）：');
  step('', `${temporalUiUrl}/namespaces/${namespace}/workflows/${hazardNo}`);

  heading('移交办理 Handed over');
  const [territorial, industry] = await bothHandovers(as('office.leader'), hazardNo);
  step('handover', `属地：${territorial.orgName}；行业：${industry.orgName}`);
  await as('yjt.handler').post(
    `/handovers/${industry.handoverId}/acknowledge`,
    takenOnBy('危化监管处', '分管厅领导'),
  );
  step('yjt.handler', '行业主管部门按时签收');
  step('taiyuan.handler', '太原市未按时签收，等待提醒、逾期、报告领导、约谈……');
  await until('the interview rung', 120, () => rungReached(as('taiyuan.leader'), hazardNo, 'interview'));
  for (const login of told) receivedBy(login, await inbox(as(login), hazardNo));
  await as('taiyuan.handler').post(
    `/handovers/${territorial.handoverId}/acknowledge`,
    takenOnBy('安委会办公室', '分管副市长'),
  );
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

/** Disclosure learns of the strike-off by events. */
function publishStrikeOff(office: ApiClient, hazardNo: string, today: string): Promise<PublicationReply> {
  const decision = { kind: 'strikeOff', hazardNo, decidedOn: today, medium: '演示公告栏' };
  return afterFactsArrived('disclosure', () => office.post<PublicationReply>('/publications', decision));
}

function disclosed(office: ApiClient, hazardNo: string): Promise<HazardDetail> {
  return until('the mark disclosed', 60, async () => {
    const hazard = await office.get<HazardDetail>(`/hazards/${hazardNo}`);
    return hazard.marks.disclosed ? hazard : undefined;
  });
}

async function rectify(as: (login: string) => ApiClient, hazardNo: string, today: string): Promise<void> {
  const city = as('taiyuan.handler');
  const at = `/hazards/${hazardNo}`;
  await afterFactsArrived('supervision', () =>
    city.post(`${at}/plan`, {
      goalAndTask: '修复紧急切断阀，增设独立安全仪表系统',
      methodAndMeasures: '停车置换，更换阀门，增设独立联锁并逐回路测试',
      fundsAndMaterials: '自筹 120 万元',
      organisationAndPersons: '企业主要负责人负责，安全科实施',
      timeAndRequirement: '整改期限内完成，每周复查一次',
      safetyAndContingency: '整改期间罐区停用，设警戒和喷淋，修订泄漏应急预案',
      funds: 120,
    }),
  );
  step('taiyuan.handler', '报送整改方案');
  await city.post(`${at}/progress`, { percent: 60, note: '阀门已更换，独立联锁安装中' });
  step('taiyuan.handler', '报告整改进展 60%');
  await city.post(`${at}/completion`, { summary: '阀门更换、独立联锁投用，测试合格', finishedOn: today });
  step('taiyuan.handler', '报告整改完成');
  await city.post(`${at}/acceptance/application`, { statement: '整改已完成，申请现场验收' });
  step('taiyuan.handler', '申请验收');
  await as('yjt.handler').post(`${at}/acceptance/verdict`, {
    passed: true,
    opinion: '现场核查，整改到位',
    visitedOn: today,
  });
  step('yjt.handler', '验收通过（由整改方以外的单位）');
  await as('taiyuan.leader').post(`${at}/strike-off`, { opinion: '同意销号' });
  step('taiyuan.leader', '签批销号');
}

/** A campaign reaches the ledger by events: a moment after it was created it may still be unknown there. */
function registerOnceCampaignIsKnown(api: ApiClient, hazard: unknown): Promise<RegisteredReply> {
  return until('the campaign at the ledger', 60, () =>
    api.post<RegisteredReply>('/hazards', hazard).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'campaign.unknown') return undefined;
      throw error;
    }),
  );
}

/** A service learns by events what the others did before: a moment later it takes the command. */
function afterFactsArrived<T>(service: string, command: () => Promise<T>): Promise<T> {
  return until(`the facts at ${service}`, 60, () =>
    command().catch((error: unknown) => {
      if (error instanceof ApiProblem && ['hazard.notFound', 'hazard.stateConflict'].includes(error.code))
        return undefined;
      throw error;
    }),
  );
}

/** An acknowledgement: the office that answers for the hazard, and the leader in charge. */
function takenOnBy(division: string, leader: string): AcknowledgeHandover {
  return { responsiblePerson: { name: `${division}负责人` }, leader: { name: leader } };
}

function bothHandovers(api: ApiClient, hazardNo: string): Promise<[HandoverReply, HandoverReply]> {
  return until('both handovers', 60, async () => {
    const { items } = await api.get<{ items: HandoverReply[] }>(`/handovers?hazardNo=${hazardNo}`);
    const territorial = items.find((handover) => handover.track === 'territorial');
    const industry = items.find((handover) => handover.track === 'industry');
    return territorial && industry ? [territorial, industry] : undefined;
  });
}

async function inbox(api: ApiClient, hazardNo: string): Promise<NotificationReply[]> {
  const { items } = await api.get<{ items: NotificationReply[] }>(`/notifications?hazardNo=${hazardNo}`);
  return items;
}

async function rungReached(api: ApiClient, hazardNo: string, rung: string): Promise<true | undefined> {
  const messages = await inbox(api, hazardNo);
  return messages.some((message) => message.kind === `clock.${rung}`) || undefined;
}

async function inState(api: ApiClient, hazardNo: string, state: string): Promise<void> {
  await until(`state ${state}`, 60, async () => {
    const hazard = await api.get<HazardDetail>(`/hazards/${hazardNo}`);
    return hazard.state === state || undefined;
  });
  step('ledger', `状态：${state}`);
}
