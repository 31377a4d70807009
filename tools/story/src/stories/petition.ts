import type { ClockReply, FilePetition, PetitionReply } from '@bihuan/contracts';
import { addDays } from '@bihuan/process-core';
import { realFigures } from '../campaign.ts';
import { asTold, becomesAsTold, refusedAsTold } from '../checks/as-told.ts';
import { clocksOf, messagesTo, outlookOf, timelineOf } from '../checks/hazard-views.ts';
import { mailedAsTold } from '../checks/mails.ts';
import { changeOf, clockOf, endsOf, factsOf, kindsOf } from '../checks/summaries.ts';
import { endOf, textOf } from '../checks/times.ts';
import { ammoniaTanks } from '../hazard.ts';
import { heading, step } from '../print.ts';
import type { Setting } from '../setting.ts';
import { onceNoLonger } from '../steps/after-facts.ts';
import { bothDispatched, takenOnByCity, takenOnByDepartment } from '../steps/hand-over.ts';
import { inState } from '../steps/ledger.ts';
import { type People, peopleOf } from '../steps/people.ts';
import { addPhoto } from '../steps/photo.ts';
import { newCampaignCode, openCampaign, registerByDepartment } from '../steps/register.ts';

/** The hazard, and the days that its rectification should end on. */
interface Hazard {
  readonly as: People;
  readonly hazardNo: string;
  readonly today: string;
  readonly registered: string;
  readonly granted: string;
}

const consent = '临时措施到位，同意延期';
const dissent = '阀门已到货，不再延期';

/**
 * The valve must be made to order. Taiyuan petitions with evidence of its interim safeguards; it cannot decide that
 * itself; the office agrees, and the clock has another row. A second petition is refused: the date granted stands.
 */
export async function petition({ anybody, mailboxUrl, today }: Setting): Promise<void> {
  const as = peopleOf(anybody);
  const campaign = newCampaignCode();
  await openCampaign(as, realFigures(campaign, today), '时限同实际');
  const [registered, granted] = [addDays(today, 30), addDays(today, 45)];
  const { hazardNo } = await registerByDepartment(as, ammoniaTanks(campaign, today, registered));
  const { territorial, industry } = await bothDispatched(as, hazardNo);
  await takenOnByDepartment(as, industry.handoverId);
  await takenOnByCity(as, territorial.handoverId);
  step('', '两移交均已签收');
  await inState(as('office.leader'), hazardNo, 'rectifying');
  const hazard = { as, hazardNo, today, registered, granted };

  heading('申请延期，办公室同意 Petitioned for, agreed');
  const photo = await addPhoto(as, hazardNo, '切断进料并专人值守.png');
  await agreed(hazard, photo);
  heading('再次申请，未获同意 Petitioned for again, refused');
  await refused(hazard, photo);

  heading('核对 Checked');
  const decisions = (await clocksOf(as('office.leader'), hazardNo)).filter(
    ({ kind }) => kind === 'extensionDecision',
  );
  asTold('两次批复各有期限，均按时', endsOf(decisions), ['extensionDecision met', 'extensionDecision met']);
  const office = as('office.leader');
  const { items } = await office.get<{ items: PetitionReply[] }>(`/hazards/${hazardNo}/petitions`);
  asTold(
    '延期申请清单',
    items.map(({ state }) => state),
    ['refused', 'agreed'],
  );
  asTold('时间线', factsOf(await timelineOf(office, hazardNo)), history);
  for (const [login, kinds] of Object.entries(told))
    await becomesAsTold(`${login} 的消息`, async () => kindsOf(await messagesTo(as(login), hazardNo)), kinds);
  await mailedAsTold(as, mailboxUrl, hazardNo, Object.keys(told));
}

async function agreed(hazard: Hazard, photo: string): Promise<void> {
  const { as, hazardNo, registered, granted } = hazard;
  const filed = await file(hazard, granted, photo);
  asTold('按时提出，由省办公室批复', [filed.late, filed.decision.orgCode], [false, 'SX-OFFICE']);
  const waiting = clockOf(await clocksOf(as('office.leader'), hazardNo), 'extensionDecision', 'SX-OFFICE');
  asTold('批复期限已起算', [waiting.state, waiting.due], ['open', filed.decision.due]);
  await datesAre(hazard, '申请不停原期限', { due: registered, ahead: registered });
  const own = [403, 'petition.ownPetition'] as const;
  const byApplicant = () => decide(as, 'taiyuan.handler', filed, true, '情况属实');
  await refusedAsTold('申请人不能批复', own, byApplicant);
  const byItsLeader = () => decide(as, 'taiyuan.leader', filed, true, '情况属实');
  await refusedAsTold('申请单位负责人也不能', own, byItsLeader);

  await decide(as, 'office.leader', filed, true, consent);
  await datesAre(hazard, '整改期限和展望均已延后', { due: granted, ahead: granted });
  const clock = await rectification(hazard);
  asTold('原期限仍在，延期另记一行', clock.changes.map(changeOf), [extension(hazard, filed)]);
  asTold('为何是这一天：说明原期限和批准的日期', daysNamed(clock), [endOf(registered), endOf(granted)]);
}

async function refused(hazard: Hazard, photo: string): Promise<void> {
  const { as, today, granted } = hazard;
  const before = await rectification(hazard);
  const filed = await file(hazard, addDays(today, 70), photo);
  const decided = await decide(as, 'office.handler', filed, false, dissent);
  const { until, opinion } = decided.decided ?? {};
  asTold('附有意见，未批准日期', [decided.state, until, opinion], ['refused', null, dissent]);
  await datesAre(hazard, '已批准的期限不变', { due: granted, ahead: granted });
  asTold('没有新的变更', (await rectification(hazard)).changes, before.changes);
}

async function file(hazard: Hazard, until: string, photo: string): Promise<PetitionReply> {
  const { as, hazardNo, today } = hazard;
  const wish: FilePetition = {
    until,
    reason: '紧急切断阀须向厂家定制',
    stepsTaken: [{ on: today, what: '停用液氨罐区，订购阀门' }],
    interimSafeguards: [{ measure: '切断进料，专人值守', evidenceIds: [photo] }],
    noticeToExposed: { how: '在厂区和周边村庄张贴公告', on: today },
  };
  // Supervision hears of the case and of the photo by events.
  const late = ['hazard.notFound', 'petition.evidenceUnknown'];
  const filed = await onceNoLonger(late, 'the evidence at supervision', () =>
    as('taiyuan.handler').post<PetitionReply>(`/hazards/${hazardNo}/petitions`, wish),
  );
  step('taiyuan.handler', `申请延期至 ${until}，附临时措施证据`);
  return filed;
}

async function decide(
  as: People,
  login: string,
  { hazardNo, petitionId }: PetitionReply,
  isAgreed: boolean,
  opinion: string,
): Promise<PetitionReply> {
  const path = `/hazards/${hazardNo}/petitions/${petitionId}/decision`;
  const decided = await as(login).post<PetitionReply>(path, { agreed: isAgreed, opinion });
  step(login, `${isAgreed ? '同意' : '不同意'}：${opinion}`);
  return decided;
}

async function rectification({ as, hazardNo }: Hazard): Promise<ClockReply> {
  return clockOf(await clocksOf(as('office.leader'), hazardNo), 'rectify', 'GOV-140100');
}

/** Until when it must be rectified, and when it will be overdue if nothing is done. */
function datesAre(hazard: Hazard, what: string, days: { due: string; ahead: string }): Promise<void> {
  const dates = async () => {
    const { due } = await rectification(hazard);
    const { items } = await outlookOf(hazard.as('office.leader'), hazard.hazardNo);
    const overdue = items.find(({ kind, rung }) => kind === 'rectify' && rung === 'overdue');
    return { due: textOf(due), ahead: overdue && textOf(overdue.at) };
  };
  return becomesAsTold(what, dates, { due: endOf(days.due), ahead: endOf(days.ahead) });
}

/** The change that an agreed petition makes. */
function extension(
  { registered, granted }: Hazard,
  { petitionId }: PetitionReply,
): ReturnType<typeof changeOf> {
  const dates = { kind: 'extension', from: endOf(registered), to: endOf(granted) } as const;
  return { ...dates, reason: consent, reference: petitionId, person: 'office.leader' };
}

/** Days and times in the sentence "why this date", in its order. */
function daysNamed({ explanation }: ClockReply): string[] {
  return explanation.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g) ?? [];
}

const history = [
  'hazard.registered',
  'handover.dispatched',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.acknowledged',
  'evidence.attached',
  'petition.filed',
  'petition.decided',
  'petition.filed',
  'petition.decided',
];

const told: Readonly<Record<string, string[]>> = {
  'taiyuan.handler': ['handover.dispatched', 'petition.decided', 'petition.decided'],
  'taiyuan.leader': ['petition.decided', 'petition.decided'],
  'office.leader': ['petition.filed', 'petition.filed'],
  governor: [],
};
