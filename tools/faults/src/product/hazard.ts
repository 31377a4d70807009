import { type ApiClient, ApiProblem, until } from '@bihuan/api-client';
import type { RegisteredReply, RegisterHazard } from '@bihuan/contracts';

/** A gas station in Xiaodian, Taiyuan: handed over to Taiyuan and to the department of housing. */
export function gasStation(change: Partial<RegisterHazard> = {}): RegisterHazard {
  return {
    campaignCode: 'SX2023',
    kind: 'illegal_act',
    massCasualties: true,
    foundBy: 'inspection',
    foundOn: '2023-10-08',
    responsible: { type: 'unit', name: '某液化气充装站', creditCode: '91330424MA28AQAQXU' },
    place: { code: '140105', address: '平阳南路 88 号' },
    fieldCode: 'gas',
    coOrgs: [],
    standardCode: 'MOHURD-JCG-2023-4',
    clauseNo: '第四条（一）',
    description: '无许可证经营燃气',
    report: { stateAndCause: '现场不能出示许可证', harmAndDifficulty: '可能泄漏爆炸' },
    deadline: '2023-11-08',
    ...change,
  };
}

/** Registers it in a new campaign, which reaches the ledger by events: a moment after it was created it may be unknown there. */
export function registeredIn(api: ApiClient, campaignCode: string): Promise<RegisteredReply> {
  return until('the campaign at the ledger', 30, () =>
    api.post<RegisteredReply>('/hazards', gasStation({ campaignCode })).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'campaign.unknown') return undefined;
      throw error;
    }),
  );
}
