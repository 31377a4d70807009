import type { EventData, EventOf, HazardHistory, Responsible, Track } from '@bihuan/contracts';
import { v7 as uuid } from 'uuid';
import type { HeardFact } from '../domain/known-case.ts';

export const hazardNo = 'SX2023-140105-GAS-202310-00001K';

/** Monday of the demonstration: registered 09:00, handed over a minute later. */
export const registeredAt = '2023-10-09T01:00:00.000Z';
export const dispatchedAt = '2023-10-09T01:01:00.000Z';
/** 8 November, 18:00. */
export const deadline = '2023-11-08T10:00:00.000Z';

const unit: Responsible = { type: 'unit', name: '示范企业', creditCode: '91330424MA28AQAQXU' };

function fact<T extends HeardFact['type']>(type: T, occurredAt: string, data: EventData<T>): HeardFact {
  const envelope: Omit<EventOf<'hazard.registered'>, 'type' | 'data'> = {
    id: uuid(),
    version: 1,
    occurredAt,
    aggregate: { type: 'hazard', id: data.hazardNo },
    actor: { person: 'service:test', orgCode: null, role: 'service' },
    correlationId: 'test',
  };
  return { ...envelope, type, data } as unknown as HeardFact;
}

/** A hazard in 小店区, 太原: gas, led by the department of housing, shared with transport. */
export function registered(
  no = hazardNo,
  responsible: Responsible = unit,
  brought: Partial<EventData<'hazard.registered'>> = {},
): HeardFact {
  const place = {
    code: '140105',
    nameZh: '小店区',
    cityCode: '140100',
    cityNameZh: '太原市',
    address: '平阳路 1 号',
  };
  return fact('hazard.registered', registeredAt, {
    hazardNo: no,
    campaignCode: 'SX2023',
    kind: 'facility_failure',
    massCasualties: false,
    foundBy: 'inspection',
    foundOn: '2023-10-08',
    responsible,
    place,
    field: { code: 'gas', nameZh: '燃气', leadOrg: 'SX-ZJT', coOrgs: ['SX-JTT'] },
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: null,
    description: '调压箱泄漏',
    registeredAt,
    deadline,
    ...brought,
  });
}

/** What a ledger told on the Monday of the demonstration; what is not named had not happened. */
export function historyOf(past: Partial<HazardHistory>): HazardHistory {
  return {
    reportedBy: 'SX-OFFICE',
    reportedByName: '省专项行动领导组办公室',
    reportedAt: registeredAt,
    importId: '018b0f3e-5c00-7000-8000-000000000009',
    handovers: [],
    planFiledAt: null,
    completedAt: null,
    acceptedAt: null,
    struckOffAt: null,
    ...past,
  };
}

/** A hazard that a ledger brought, registered long ago with a deadline of its own. */
export function brought(
  past: Partial<HazardHistory>,
  at: { readonly registeredAt: string; readonly deadline: string },
  no = hazardNo,
): HeardFact {
  return registered(no, unit, { ...at, history: historyOf(past) });
}

/** Corrected: it lies in 大同, and 应急 leads its field. */
export function corrected(
  version = 1,
  no = hazardNo,
  change: Partial<EventData<'hazard.corrected'>> = {},
): HeardFact {
  const { data } = registered(no) as EventOf<'hazard.registered'>;
  const { kind, massCasualties, standardCode, clauseNo, description } = data;
  return fact('hazard.corrected', correctedAt, {
    hazardNo: no,
    correctionId: uuid(),
    version,
    correctedAt,
    reason: '登记有误',
    kind,
    massCasualties,
    responsible: { type: 'body', name: '新荣区人民政府', orgCode: 'GOV-140212' },
    place: {
      code: '140212',
      nameZh: '新荣区',
      cityCode: '140200',
      cityNameZh: '大同市',
      address: '平泉路 2 号',
    },
    field: { code: 'coal', nameZh: '煤矿', leadOrg: 'SX-YJT', coOrgs: [] },
    standardCode,
    clauseNo,
    description,
    ...change,
  });
}

interface HandoverStep {
  readonly no?: string;
  readonly track: Track;
  /** The first handover of its track, or the one that took its place. */
  readonly successor?: boolean;
  readonly status: 'dispatched' | 'acknowledged' | 'refused' | 'insisted' | 'redirected';
  readonly at?: string;
  readonly orgCode?: string;
  readonly orgName?: string;
}

const ids = {
  territorial: '018b0f3e-5c00-7000-8000-000000000001',
  industry: '018b0f3e-5c00-7000-8000-000000000002',
};
const successors = {
  territorial: '018b0f3e-5c00-7000-8000-000000000003',
  industry: '018b0f3e-5c00-7000-8000-000000000004',
};
const versions = { dispatched: 1, acknowledged: 2, refused: 2, insisted: 3, redirected: 4 };
const expected = {
  territorial: { orgCode: 'GOV-140100', orgName: '太原市人民政府' },
  industry: { orgCode: 'SX-ZJT', orgName: '省住房和城乡建设厅' },
};

/** One step of a handover; answered at `at`. A refusal precedes an insistence by an hour. */
export function handover({
  no = hazardNo,
  track,
  status,
  at = dispatchedAt,
  successor = false,
  ...org
}: HandoverStep): HeardFact {
  const anHourEarlier = new Date(Date.parse(at) - 3_600_000).toISOString();
  const answeredAt = {
    dispatched: null,
    acknowledged: at,
    refused: at,
    insisted: anHourEarlier,
    redirected: anHourEarlier,
  }[status];
  const data = {
    handoverId: (successor ? successors : ids)[track],
    hazardNo: no,
    track,
    ...expected[track],
    ...org,
    status,
    version: versions[status],
    dispatchedAt,
    answeredAt,
    late: false,
  };
  if (status === 'refused') return fact('handover.refused', at, { ...data, reason: '不属本单位' });
  if (status === 'redirected')
    return fact('handover.redirected', at, {
      ...data,
      reason: '登记有误',
      successorId: successors[track],
      settled: true,
    });
  return fact(`handover.${status}`, at, data);
}

const datong = { orgCode: 'GOV-140200', orgName: '大同市人民政府' };

/** The territorial handover is redirected to 大同, which acknowledges it an hour later. */
export function untilRedirected(no = hazardNo): HeardFact[] {
  const track = 'territorial';
  return [
    handover({ no, track, status: 'redirected', at: correctedAt }),
    handover({ no, track, status: 'dispatched', successor: true, ...datong }),
    handover({ no, track, status: 'acknowledged', successor: true, at: takenOverAt, ...datong }),
  ];
}

export const territorialAt = '2023-10-09T03:00:00.000Z';
export const industryAt = '2023-10-09T06:00:00.000Z';
/** The correction, and the moment the new city took the hazard on: both before the industry track was settled. */
export const correctedAt = '2023-10-09T04:00:00.000Z';
export const takenOverAt = '2023-10-09T05:00:00.000Z';

/** Registered, dispatched to both and acknowledged by both: rectifying from 14:00 on. */
export function untilRectifying(no = hazardNo): HeardFact[] {
  return [
    registered(no),
    handover({ no, track: 'territorial', status: 'dispatched' }),
    handover({ no, track: 'industry', status: 'dispatched' }),
    handover({ no, track: 'territorial', status: 'acknowledged', at: territorialAt }),
    handover({ no, track: 'industry', status: 'acknowledged', at: industryAt }),
  ];
}
