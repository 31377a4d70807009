import type { ClockFact, EventData, EventType, HandoverFact, Track } from '@bihuan/contracts';
import type { HazardEvent } from '../hazard/hazard-facts.ts';

export const hazardNo = 'SX2023-140105-GAS-202310-00001G';

/** An event of the hazard as an owner would publish it. @param at business time, ISO UTC */
export function event<T extends HazardEvent['type'] & EventType>(
  type: T,
  data: EventData<T>,
  at = '2023-10-09T01:00:00.000Z',
): HazardEvent {
  return {
    id: '018b0000-0000-7000-8000-000000000000',
    type,
    version: 1,
    occurredAt: at,
    aggregate: { type: 'hazard', id: hazardNo },
    actor: { person: 'service:test', orgCode: null, role: 'service' },
    correlationId: 'test',
    data,
  } as unknown as HazardEvent;
}

export const day = (n: number) => `2023-10-${String(n).padStart(2, '0')}T02:00:00.000Z`;

const place = {
  code: '140105',
  nameZh: '小店区',
  cityCode: '140100',
  cityNameZh: '太原市',
  address: '某路1号',
};
const field = { code: 'gas', nameZh: '城镇燃气', leadOrg: 'SX-ZJT', coOrgs: [] };

export const registered = (at = day(1), change: Partial<EventData<'hazard.registered'>> = {}): HazardEvent =>
  event('hazard.registered', {
    hazardNo,
    campaignCode: 'SX2023',
    kind: 'facility_failure',
    massCasualties: false,
    foundBy: 'inspection',
    foundOn: '2023-09-30',
    responsible: { type: 'body', name: '小店区人民政府', orgCode: 'GOV-140105' },
    place,
    field,
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: null,
    description: '调压箱泄漏',
    registeredAt: at,
    deadline: '2023-11-08T10:00:00.000Z',
    ...change,
  });

/** A hazard that a ledger brought, struck off by then or not. */
export const brought = (struckOffAt: string | null, at = day(1)): HazardEvent =>
  registered(at, {
    history: {
      reportedBy: 'SX-OFFICE',
      reportedByName: '省专项行动领导组办公室',
      reportedAt: day(9),
      importId: '018b0000-0000-7000-8000-000000000900',
      handovers: [],
      planFiledAt: null,
      completedAt: null,
      acceptedAt: null,
      struckOffAt,
    },
  });

/** Corrected: each version to a county of its own. */
export const corrected = (version: number): HazardEvent =>
  event('hazard.corrected', {
    hazardNo,
    correctionId: '018b0000-0000-7000-8000-000000000901',
    version,
    correctedAt: day(5),
    reason: '登记有误',
    kind: 'facility_failure',
    massCasualties: false,
    responsible: { type: 'body', name: '小店区人民政府', orgCode: 'GOV-140105' },
    place: { ...place, nameZh: `第${version}县` },
    field,
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: null,
    description: '调压箱泄漏',
  });

export const withdrawn = (at = day(14)): HazardEvent =>
  event('hazard.withdrawn', {
    hazardNo,
    withdrawalId: '018b0000-0000-7000-8000-000000000902',
    withdrawnAt: at,
  });

type HandoverStep = 'dispatched' | 'acknowledged' | 'refused' | 'insisted' | 'transferred' | 'redirected';

/** A handover at one of its versions; `id` is its last digits. @param settled of a redirected one */
export function handover(
  status: HandoverStep,
  track: Track,
  id: number,
  version: number,
  dispatchedAt = day(2),
  settled = true,
): HazardEvent {
  const fact: HandoverFact = {
    handoverId: `018b0000-0000-7000-8000-${String(id).padStart(12, '0')}`,
    hazardNo,
    track,
    orgCode: track === 'territorial' ? 'GOV-140100' : 'SX-ZJT',
    orgName: track === 'territorial' ? '太原市人民政府' : '省住房和城乡建设厅',
    status,
    version,
    dispatchedAt,
    answeredAt: null,
    late: false,
  };
  if (status === 'refused') return event('handover.refused', { ...fact, reason: '不属本单位' });
  if (status === 'transferred')
    return event('handover.transferred', { ...fact, reason: '转交', successorId: fact.handoverId });
  if (status === 'redirected')
    return event('handover.redirected', {
      ...fact,
      reason: '登记有误',
      successorId: fact.handoverId,
      settled,
    });
  return event(`handover.${status}`, fact);
}

export const clock = (
  change: 'opened' | 'moved' | 'ended',
  clockId: string,
  version: number,
  fields: Partial<ClockFact> = {},
): HazardEvent =>
  event(`clock.${change}`, {
    clockId,
    owner: 'supervision',
    kind: 'rectify',
    hazardNo,
    version,
    state: change === 'ended' ? 'met' : 'open',
    due: day(20),
    wakeAt: change === 'ended' ? null : day(17),
    overdueAt: null,
    waitsFor: { orgCode: 'GOV-140100', orgName: '太原市人民政府' },
    ...fields,
  });

export const planFiled = (at = day(4)) => event('plan.filed', { hazardNo, filedAt: at });
export const progressed = (at: string) =>
  event('progress.reported', { hazardNo, percent: 40, reportedAt: at });
export const completed = (round = 1, at = day(8)) =>
  event('completion.reported', { hazardNo, round, reportedAt: at, onTime: true });
export const applied = (round = 1, at = day(9)) =>
  event('acceptance.applied', { hazardNo, round, appliedAt: at });
export const decided = (passed: boolean, round = 1, at = day(10)) =>
  event('acceptance.decided', {
    hazardNo,
    round,
    passed,
    decidedAt: at,
    newDeadline: passed ? null : day(30),
  });
export const struckOff = (at = day(11)) => event('hazard.struckOff', { hazardNo, struckOffAt: at });
export const disclosed = (strikeOffPublished: boolean, at = day(12)) =>
  event('hazard.disclosed', { hazardNo, month: '2023-10', disclosedAt: at, strikeOffPublished });
export const assessed = (strikeOffAssessed: boolean, at = day(13)) =>
  event('hazard.assessed', { hazardNo, month: '2023-10', assessedAt: at, strikeOffAssessed });

export const bothDispatched = [
  handover('dispatched', 'territorial', 1, 1),
  handover('dispatched', 'industry', 2, 1),
];
export const bothAcknowledged = [
  ...bothDispatched,
  handover('acknowledged', 'territorial', 1, 2),
  handover('acknowledged', 'industry', 2, 2),
];
