import type { HazardDetail, PublicationReply } from '@bihuan/contracts';
import { type ApiClient, until } from '@bihuan/api-client';
import { step } from '../print.ts';
import { afterFactsArrived } from './after-facts.ts';

/** Waits until the ledger shows the state: it follows the facts of the others. */
export async function inState(api: ApiClient, hazardNo: string, state: string): Promise<void> {
  await until(`state ${state}`, 60, async () => {
    const hazard = await api.get<HazardDetail>(`/hazards/${hazardNo}`);
    return hazard.state === state || undefined;
  });
  step('ledger', `状态：${state}`);
}

/** 信息公开: disclosure learns of the strike-off by events. */
export async function publishStrikeOff(
  office: ApiClient,
  hazardNo: string,
  today: string,
): Promise<PublicationReply> {
  const decision = { kind: 'strikeOff', hazardNo, decidedOn: today, medium: '演示公告栏' };
  return afterFactsArrived('disclosure', () => office.post<PublicationReply>('/publications', decision));
}

/** The hazard once its mark says that it was published. */
export function disclosed(office: ApiClient, hazardNo: string): Promise<HazardDetail> {
  return until('the mark disclosed', 60, async () => {
    const hazard = await office.get<HazardDetail>(`/hazards/${hazardNo}`);
    return hazard.marks.disclosed ? hazard : undefined;
  });
}
